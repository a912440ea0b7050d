package dev.monger.simulator.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderBookTest {
    private static final long CENT = 1_000_000L;

    private final OrderBook book = new OrderBook();
    private final List<String> fills = new ArrayList<>();

    @ParameterizedTest(name = "{0} against {1} gives {2} and leaves {3}")
    @CsvSource({
        // side, shares, limit (0 market); bid, size, ask, size; fills; still waiting
        "BUY 100 0,     1000 300 1001 200, 100@1001 removed, 0",
        "BUY 300 0,     1000 300 1001 200, 200@1001 removed, 100",
        "SELL 100 0,    1000 300 1001 200, 100@1000 removed, 0",
        "BUY 100 1001,  1000 300 1001 200, 100@1001 removed, 0",
        "BUY 100 1005,  1000 300 1001 200, 100@1001 removed, 0",
        "BUY 100 1000,  1000 300 1001 200, '', 100",
        "SELL 100 1001, 1000 300 1001 200, '', 100",
        "SELL 400 999,  1000 300 1001 200, 300@1000 removed, 100",
        "BUY 100 0,     1000 300 0 0, '', 100",
    })
    void shouldTakeWhatIsDisplayedOnArrival(
            String order, String quote, String expected, long waiting) {
        // Given
        String[] wanted = order.split(" ", -1);
        String[] sides = quote.split(" ", -1);
        show(number(sides[0]), number(sides[1]), number(sides[2]), number(sides[3]));

        // When
        submit(1, wanted[0], number(wanted[1]), number(wanted[2]));

        // Then
        assertThat(String.join(" ", fills)).isEqualTo(expected);
        assertThat(book.waitingShares(1)).isEqualTo(waiting);
    }

    @Test
    void shouldFillARestingLimitAtItsOwnPriceWhenTheQuoteComesThrough() {
        // Given
        show(1000, 300, 1002, 200);
        submit(1, "BUY", 500, 1001);

        // When
        show(998, 300, 999, 200);

        // Then
        assertThat(fills).containsExactly("200@1001 added");
        assertThat(book.waitingShares(1)).isEqualTo(300);
    }

    @Test
    void shouldNotTakeTheSameDisplayTwice() {
        // Given
        show(1000, 300, 1001, 200);

        // When
        submit(1, "BUY", 150, 0);
        submit(2, "BUY", 150, 0);

        // Then
        assertThat(fills).containsExactly("150@1001 removed", "50@1001 removed");
    }

    @Test
    void shouldServeTheSharesThatStoodBeforeFirst() {
        // Given
        show(1000, 300, 1001, 200);
        submit(1, "BUY", 100, 1000);

        // When
        trade(1000, 250);
        trade(1000, 80);

        // Then
        assertThat(fills).containsExactly("30@1000 added");
    }

    @Test
    void shouldMoveUpWhenTheDisplayShrinks() {
        // Given
        show(1000, 300, 1001, 200);
        submit(1, "BUY", 100, 1000);
        show(1000, 20, 1001, 200);

        // When
        trade(1000, 60);

        // Then
        assertThat(fills).containsExactly("40@1000 added");
    }

    @Test
    void shouldFillWhenATradePrintsThrough() {
        // Given
        show(1000, 300, 1001, 200);
        submit(1, "SELL", 100, 1005);

        // When
        trade(1006, 70);

        // Then
        assertThat(fills).containsExactly("70@1005 added");
        assertThat(book.waitingShares(1)).isEqualTo(30);
    }

    @Test
    void shouldWaitWhileHaltedAndTradeWhenResumed() {
        // Given
        show(1000, 300, 1001, 200);
        book.trading(false, 5, this::heard);
        submit(1, "BUY", 100, 0);
        List<String> whileHalted = List.copyOf(fills);

        // When
        book.trading(true, 6, this::heard);

        // Then
        assertThat(whileHalted).isEmpty();
        assertThat(fills).containsExactly("100@1001 removed");
    }

    @Test
    void shouldLeaveOthersAloneWhenAFillTakesThemOut() {
        // Given
        show(1000, 300, 1003, 200);
        submit(1, "BUY", 100, 1001);
        submit(2, "BUY", 100, 1001);

        // When
        book.show(new Quote(999 * CENT, 100, 1000 * CENT, 500));
        book.match(
                7,
                fill -> {
                    heard(fill);
                    book.remove(2);
                });

        // Then
        assertThat(fills).containsExactly("100@1001 added");
    }

    private void show(long bid, long bidSize, long ask, long askSize) {
        book.show(new Quote(bid * CENT, bidSize, ask * CENT, askSize));
        book.match(1, this::heard);
    }

    private void trade(long price, long shares) {
        book.traded(
                new MarketEvent.Traded(2, 8314, price * CENT, shares), book.keys(), this::heard);
    }

    private void submit(long key, String side, long shares, long limit) {
        long limitE8 = limit == 0 ? VenueOrder.AT_MARKET : limit * CENT;
        book.submit(new VenueOrder(key, side.equals("BUY"), limitE8, shares), 3, this::heard);
    }

    private static long number(String text) {
        return Long.parseLong(text);
    }

    private void heard(VenueFill fill) {
        fills.add(
                fill.shares()
                        + "@"
                        + fill.priceE8() / CENT
                        + (fill.removedLiquidity() ? " removed" : " added"));
    }
}
