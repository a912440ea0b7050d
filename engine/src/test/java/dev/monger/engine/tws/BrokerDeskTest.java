package dev.monger.engine.tws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.PredictionRules;
import dev.monger.core.monger.LinkEvent;
import dev.monger.core.monger.MarketEvent.DataFarmReported;
import dev.monger.core.monger.MarketEvent.QuoteReceived;
import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.AccountRequest.RequestPnlSingle;
import dev.monger.tws.message.Bar;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest.CancelHistoricalData;
import dev.monger.tws.message.MarketDataRequest.RequestHistoricalData;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerDeskTest {

    private final DeskAtTws tws = new DeskAtTws();

    @Test
    void shouldTellOfAnOutageThatCameBeforeTheSessionWasReady() {
        tws.connects();
        tws.says(-1, 1100, "Connectivity between IB and TWS has been lost");
        tws.forget();
        tws.greets();
        assertThat(tws.told(LinkEvent.class))
                .hasSize(2)
                .first()
                .isEqualTo(new LinkEvent.LinkOpened(false));
        assertThat(tws.told(LinkEvent.BrokerConnectivityLost.class)).hasSize(1);
    }

    @Test
    void shouldAskAgainForBarsThatNeverCome() {
        // Given bars of which the one at 10 is missing
        tws.trades();
        tws.desk.follow(new PredictionRules(List.of(), Duration.ofSeconds(5), 3), tws.now(), tws);
        int followed = tws.last(RequestHistoricalData.class).requestId();
        tws.says(new MarketDataMessage.HistoricalData(followed, "", "", List.of(bar(0), bar(5))));
        tws.says(new MarketDataMessage.HistoricalDataEnd(followed, "", ""));
        for (int start = 15; start <= 25; start += 5) {
            tws.says(new MarketDataMessage.HistoricalDataUpdate(followed, bar(start)));
        }
        tws.passes(17);
        assertThat(tws.heard(RequestHistoricalData.class)).hasSize(2);
        int asked = tws.last(RequestHistoricalData.class).requestId();

        // When no answer comes
        tws.passes(18);

        // Then it is ended and asked for again
        assertThat(tws.heard(CancelHistoricalData.class)).contains(new CancelHistoricalData(asked));
        assertThat(tws.heard(RequestHistoricalData.class)).hasSize(3);
        assertThat(tws.last(RequestHistoricalData.class).keepUpToDate()).isFalse();
    }

    @Test
    void shouldNotTakeAnotherFarmForOurs() {
        tws.trades();
        tws.says(-1, 2103, "Market data farm connection is broken:usfarm");
        tws.says(-1, 2104, "Market data farm connection is OK:eufarm");
        tws.says(-1, 2104, "Market data farm connection is OK:usfarm");
        assertThat(tws.told(DataFarmReported.class))
                .extracting(DataFarmReported::healthy)
                .containsExactly(false, false, true);
    }

    @ParameterizedTest
    @CsvSource({
        "1100,Connectivity has been lost,1102,restored - data maintained",
        "2103,broken:usfarm,2104,OK:usfarm"
    })
    void shouldAskForTheWholeQuoteAfterAnOutage(
            int code, String text, int backCode, String backText) {
        // Given
        tws.trades();
        tws.passes(2);
        tws.forget();
        int id = tws.quotesId;
        tws.says(new MarketDataMessage.MarketDataType(id, 1));
        tws.says(new MarketDataMessage.TickPrice(id, 1, 100, 1, 0));
        tws.says(new MarketDataMessage.TickPrice(id, 2, 102, 1, 0));
        assertThat(tws.told(QuoteReceived.class)).hasSize(1);

        // When
        tws.says(-1, code, text);
        tws.says(-1, backCode, backText);
        tws.forget();
        tws.says(new MarketDataMessage.TickPrice(id, 1, 50, 1, 0));

        // Then what still comes of the old stream says nothing, and the new one says both sides
        assertThat(tws.told(QuoteReceived.class)).isEmpty();
        int anew = tws.quotesId();
        assertThat(anew).isNotEqualTo(id);
        tws.says(new MarketDataMessage.MarketDataType(anew, 1));
        tws.says(new MarketDataMessage.TickPrice(anew, 1, 50, 1, 0));
        assertThat(tws.told(QuoteReceived.class)).isEmpty();
        tws.says(new MarketDataMessage.TickPrice(anew, 2, 51, 1, 0));
        assertThat(tws.told(QuoteReceived.class)).hasSize(1);
    }

    @Test
    void shouldKeepItsQuotesWhileAnotherFarmIsAway() {
        // Given
        tws.trades();
        int id = tws.quotesId;
        tws.says(new MarketDataMessage.MarketDataType(id, 1));
        tws.says(new MarketDataMessage.TickPrice(id, 1, 100, 1, 0));
        tws.says(new MarketDataMessage.TickPrice(id, 2, 102, 1, 0));

        // When
        tws.says(-1, 2119, "Market data farm is connecting:cashfarm");
        tws.says(-1, 2103, "Market data farm connection is broken:cashfarm");
        tws.forget();
        tws.says(new MarketDataMessage.TickPrice(id, 1, 99, 1, 0));

        // Then
        assertThat(tws.told(QuoteReceived.class)).hasSize(1);
    }

    private static Bar bar(long second) {
        return new Bar(Long.toString(second), 1, 1, 1, 1, 1, 1, 1);
    }

    @Test
    void shouldAskAnewForTheProfitOfAPositionThatOpens() {
        // Given no position, of which TWS sends no profit
        tws.trades();
        tws.passes(20);
        assertThat(tws.heard(RequestPnlSingle.class)).isEmpty();
        assertThat(tws.alarms()).containsExactly("profit-unknown");

        // When it opens, and nothing comes still
        tws.forget();
        tws.says(new AccountMessage.Position(DeskAtTws.ACCOUNT, DeskAtTws.SPY, 5, 1));
        assertThat(tws.heard(RequestPnlSingle.class)).hasSize(1);
        tws.says(new AccountMessage.Position(DeskAtTws.ACCOUNT, DeskAtTws.SPY, 6, 1));
        assertThat(tws.heard(RequestPnlSingle.class)).hasSize(1);
        tws.passes(16);

        // Then people learn of it
        assertThat(tws.alarms()).contains("profit-unknown");
    }
}
