package dev.monger.engine.tws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.monger.MarketEvent;
import dev.monger.core.monger.MarketEvent.DelayedQuoteReceived;
import dev.monger.core.monger.MarketEvent.QuoteReceived;
import dev.monger.tws.session.Observed;
import dev.monger.tws.session.Tick;
import dev.monger.tws.session.TickValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuotesTest {

    private static final long ONE = 100_000_000L;

    private final Quotes quotes = new Quotes();

    private static TickValue bid(long price) {
        return new TickValue.Bid(price * ONE, 5 * ONE, 0);
    }

    private static TickValue ask(long price) {
        return new TickValue.Ask(price * ONE, 7 * ONE, 0);
    }

    private static Tick live(TickValue value) {
        return new Tick.Live(1, value);
    }

    private static Optional<MarketEvent> quote(long bid, long ask) {
        return Optional.of(
                new QuoteReceived(
                        new Price(bid * ONE),
                        new Price(ask * ONE),
                        new Quantity(bid > 0 ? 5 * ONE : 0),
                        new Quantity(ask > 0 ? 7 * ONE : 0)));
    }

    /** A live quote of 100 and 102. */
    private void quoted() {
        quotes.heard(live(bid(100)));
        quotes.changed(Observed.LIVE, "");
        quotes.heard(live(ask(102)));
    }

    @Test
    void shouldMakeAQuoteOfLiveTicks() {
        assertThat(quotes.heard(live(bid(100)))).isEmpty();
        assertThat(quotes.heard(live(ask(102)))).isEqualTo(quote(100, 102));
        assertThat(quotes.heard(live(new TickValue.BidSize(9 * ONE))))
                .hasValueSatisfying(event ->
                        assertThat(((QuoteReceived) event).bidSize())
                                .isEqualTo(new Quantity(9 * ONE)));
        assertThat(quotes.reference()).isEqualTo(new Price(101 * ONE));
    }

    @Test
    void shouldKnowNothingOfASizeWithoutAPrice() {
        assertThat(quotes.heard(live(new TickValue.AskSize(9 * ONE)))).isEmpty();
    }

    @Test
    void shouldEmptyASideThatTwsEmpties() {
        quoted();
        assertThat(quotes.heard(live(new TickValue.Ask(TickValue.NO_PRICE_E8, 0, 0))))
                .isEqualTo(quote(100, 0));
        assertThat(quotes.reference()).isNull();
    }

    @Test
    void shouldNeverMakeAQuoteOfOtherTicks() {
        for (TickValue value :
                new TickValue[] {bid(90), ask(91), new TickValue.Last(90 * ONE, ONE, 0)}) {
            assertThat(quotes.heard(new Tick.Frozen(1, value)))
                    .isNotEqualTo(quote(90, 91))
                    .satisfies(QuotesTest::isNoQuote);
            assertThat(quotes.heard(new Tick.Delayed(1, value))).satisfies(QuotesTest::isNoQuote);
            assertThat(quotes.heard(new Tick.DelayedFrozen(1, value)))
                    .satisfies(QuotesTest::isNoQuote);
        }
        assertThat(quotes.heard(new Tick.Delayed(1, ask(92))))
                .contains(new DelayedQuoteReceived(new Price(90 * ONE), new Price(92 * ONE)));
        assertThat(quotes.reference()).isNull();
    }

    private static void isNoQuote(Optional<MarketEvent> event) {
        assertThat(event.filter(e -> !(e instanceof DelayedQuoteReceived))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Observed.class,
            names = {"FROZEN", "DELAYED", "DELAYED_FROZEN", "REFUSED", "SILENT", "PENDING"})
    void shouldTellOnceThatLiveDataEndedAndMixNothingOfBeforeIntoTheNextQuote(Observed seen) {
        // Given
        quoted();

        // When live data ends, other data comes under live numbers, and one live tick follows
        assertThat(quotes.changed(seen, "why")).contains(new MarketEvent.LiveDataEnded("why"));
        assertThat(quotes.changed(seen, "why")).isEmpty();
        quotes.heard(new Tick.Frozen(1, bid(90)));
        quotes.heard(new Tick.Frozen(1, ask(91)));
        assertThat(quotes.reference()).isNull();
        Optional<MarketEvent> first = quotes.heard(live(bid(110)));
        quotes.changed(Observed.LIVE, "");

        // Then the quote has only what is live
        assertThat(first).isEmpty();
        assertThat(quotes.heard(live(ask(111)))).isEqualTo(quote(110, 111));
    }

    @Test
    void shouldTellTradesHaltsAndShares() {
        assertThat(quotes.heard(live(new TickValue.Last(101 * ONE, 3 * ONE, 0))))
                .contains(new MarketEvent.LastTraded(new Price(101 * ONE), new Quantity(3 * ONE)));
        assertThat(quotes.reference()).isEqualTo(new Price(101 * ONE));
        assertThat(quotes.heard(live(new TickValue.Halted(2))))
                .contains(new MarketEvent.TradingHalted(true));
        assertThat(quotes.heard(new Tick.Delayed(1, new TickValue.Halted(0))))
                .contains(new MarketEvent.TradingHalted(false));
        assertThat(quotes.heard(live(new TickValue.Shortable(3 * ONE))))
                .contains(new MarketEvent.ShortableReported(true));
        assertThat(quotes.heard(live(new TickValue.Shortable(ONE))))
                .contains(new MarketEvent.ShortableReported(false));
    }
}
