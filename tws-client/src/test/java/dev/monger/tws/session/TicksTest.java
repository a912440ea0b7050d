package dev.monger.tws.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataMessage.MarketDataType;
import dev.monger.tws.message.MarketDataMessage.TickGeneric;
import dev.monger.tws.message.MarketDataMessage.TickPrice;
import dev.monger.tws.message.MarketDataMessage.TickSize;
import dev.monger.tws.message.MarketDataMessage.TickString;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.TickType;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {

    private static final int ID = 1_000_000_009;
    private static final long PRICE = 15_000_000_000L;
    private static final long SIZE = 300 * Decimals.ONE;

    private final ScriptedTws tws =
            ScriptedTws.ready(SessionSettings.defaults(7).withHeartbeat(1L << 60, 1L << 60));

    private Tick ticked(MarketDataMessage message) {
        tws.takeEvents();
        tws.says(message);
        return ((SessionEvent.Ticked) tws.takeEvents().getFirst()).tick();
    }

    @ParameterizedTest
    @CsvSource({
        "1,1,Live",
        "1,66,Delayed",
        "2,1,Frozen",
        "2,66,DelayedFrozen",
        "3,1,Delayed",
        "3,66,Delayed",
        "4,1,DelayedFrozen",
        "4,66,DelayedFrozen",
        "9,1,DelayedFrozen",
        "0,66,DelayedFrozen"
    })
    void shouldNeverTakeAPriceForFresherThanTwsSaid(int kind, int tickType, String type) {
        tws.says(new MarketDataType(ID, kind));
        Tick tick = ticked(new TickPrice(ID, tickType, PRICE, SIZE, 0));
        assertThat(tick.getClass().getSimpleName()).isEqualTo(type);
        assertThat(tick.value()).isEqualTo(new TickValue.Bid(PRICE, SIZE, 0));
        assertThat(tick.requestId()).isEqualTo(ID);
    }

    @Test
    void shouldGiveEveryTickOfANonLiveLineAnotherType() {
        for (int kind = 2; kind <= 4; kind++) {
            tws.says(new MarketDataType(ID, kind));
            for (MarketDataMessage message : ticksOfEveryType()) {
                assertThat(ticked(message)).isNotInstanceOf(Tick.Live.class);
            }
        }
        tws.says(new MarketDataType(ID, 1));
        assertThat(ticksOfEveryType())
                .filteredOn(message -> ticked(message) instanceof Tick.Live)
                .hasSizeGreaterThan(300);
    }

    private static List<MarketDataMessage> ticksOfEveryType() {
        return IntStream.range(0, 120)
                .boxed()
                .<MarketDataMessage>flatMap(type ->
                        Stream.of(
                                new TickPrice(ID, type, PRICE, SIZE, 0),
                                new TickSize(ID, type, SIZE),
                                new TickGeneric(ID, type, 0),
                                new TickString(ID, type, "x")))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1,Bid",
        "2,Ask",
        "4,Last",
        "66,Bid",
        "67,Ask",
        "68,Last",
        "6,OtherPrice",
        "72,OtherPrice"
    })
    void shouldReadPricesOfLiveAndDelayedNumbersAlike(int tickType, String value) {
        TickValue read = ticked(new TickPrice(ID, tickType, PRICE, SIZE, 3)).value();
        assertThat(read.getClass().getSimpleName()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"0,BidSize", "3,AskSize", "5,LastSize", "69,BidSize", "70,AskSize", "71,LastSize"})
    void shouldReadSizesOfLiveAndDelayedNumbersAlike(int tickType, String value) {
        TickValue read = ticked(new TickSize(ID, tickType, SIZE)).value();
        assertThat(read.getClass().getSimpleName()).isEqualTo(value);
    }

    @Test
    void shouldReadAnEmptySideAndWhatTwsDoesNotSay() {
        var empty = (TickValue.Bid) ticked(new TickPrice(ID, 1, -Decimals.ONE, 0, 0)).value();
        assertThat(empty.isThere()).isFalse();
        assertThat(ticked(new TickPrice(ID, 2, Decimals.UNSET, Decimals.UNSET, 0)).value())
                .isEqualTo(new TickValue.Ask(TickValue.NO_PRICE_E8, 0, 0));
        assertThat(ticked(new TickSize(ID, 0, Decimals.UNSET)).value())
                .isEqualTo(new TickValue.BidSize(0));
        var there = (TickValue.Ask) ticked(new TickPrice(ID, 2, 0, SIZE, 0)).value();
        assertThat(there.isThere()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-1,false", "0,false", "1,true", "2,true"})
    void shouldReadHalts(long state, boolean halted) {
        TickValue value =
                ticked(new TickGeneric(ID, TickType.HALTED, state * Decimals.ONE)).value();
        assertThat(((TickValue.Halted) value).isHalted()).isEqualTo(halted);
    }

    @Test
    void shouldTellATickOnceAndOnlyAsATick() {
        tws.says(new MarketDataType(ID, 1));
        tws.takeEvents();
        tws.says(new TickPrice(ID, 1, PRICE, SIZE, 0));
        assertThat(tws.takeEvents())
                .containsExactly(
                        new SessionEvent.Ticked(
                                new Tick.Live(ID, new TickValue.Bid(PRICE, SIZE, 0))));
    }

    @Test
    void shouldKnowTheKindOfWhatStillComesAfterACancelAndForgetItWithTheConnection() {
        tws.says(new MarketDataType(ID, 3));
        tws.send(new MarketDataRequest.CancelMarketData(ID), Lane.DATA);
        assertThat(ticked(new TickPrice(ID, 1, PRICE, SIZE, 0))).isInstanceOf(Tick.Delayed.class);
        tws.hangsUp();
        tws.becomesReady();
        assertThat(ticked(new TickPrice(ID, 1, PRICE, SIZE, 0)))
                .isInstanceOf(Tick.DelayedFrozen.class);
    }

    @Test
    void shouldNotTakeForLiveWhatTwsSaidNothingAbout() {
        tws.says(new MarketDataType(ID + 1, 1));
        assertThat(ticked(new TickPrice(ID, 1, PRICE, SIZE, 0)))
                .isInstanceOf(Tick.DelayedFrozen.class);
        tws.says(new MarketDataType(ID, 1));
        assertThat(ticked(new TickPrice(ID, 1, PRICE, SIZE, 0))).isInstanceOf(Tick.Live.class);
    }
}
