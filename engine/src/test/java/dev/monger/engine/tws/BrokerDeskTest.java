package dev.monger.engine.tws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.monger.LinkEvent;
import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.AccountRequest.RequestPnlSingle;
import org.junit.jupiter.api.Test;

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
