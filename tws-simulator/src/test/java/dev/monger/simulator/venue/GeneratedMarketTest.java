package dev.monger.simulator.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratedMarketTest {
    private static final long START =
            TradingCalendar.nanosOf(
                    LocalDateTime.of(2026, 11, 24, 10, 0).atZone(TradingCalendar.ZONE));

    @Test
    void shouldGiveTheSameMarketForTheSameSeedAndAnotherForAnother() {
        // When
        List<MarketEvent> first = events(7, 2000);
        List<MarketEvent> again = events(7, 2000);
        List<MarketEvent> other = events(8, 2000);

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void shouldMakeSoundQuotesAndTradesInOrderOfTime() {
        // When
        List<MarketEvent> events = events(3, 20_000);

        // Then
        long last = 0;
        int trades = 0;
        for (MarketEvent event : events) {
            assertThat(event.timeNanos()).isGreaterThanOrEqualTo(last);
            last = event.timeNanos();
            if (event instanceof MarketEvent.QuoteChanged changed) {
                Quote quote = changed.quote();
                assertThat(quote.bidE8()).isPositive().isLessThan(quote.askE8());
                assertThat(quote.bidE8() % 1_000_000).isZero();
                assertThat(quote.bidShares()).isPositive();
                assertThat(quote.askShares()).isPositive();
            } else if (event instanceof MarketEvent.Traded) {
                trades++;
            }
        }
        assertThat(trades).isGreaterThan(1000);
    }

    @Test
    void shouldSleepOverTheWeekend() {
        // Given
        long friday =
                TradingCalendar.nanosOf(
                        LocalDateTime.of(2026, 11, 27, 20, 30).atZone(TradingCalendar.ZONE));

        // When
        MarketSource source =
                new GeneratedMarket(1, Instruments.usual(), new TradingCalendar(false), friday);

        // Then
        assertThat(TradingCalendar.local(source.nextNanos()).toString())
                .startsWith("2026-11-30T04:00");
    }

    @Test
    void shouldHaltNowAndThenAndGoOnAfterFiveMinutes() {
        // Given
        MarketSource source =
                new GeneratedMarket(
                        5,
                        Instruments.usual().subList(0, 1),
                        new TradingCalendar(true),
                        START,
                        new MarketHabits(45_000, 0, 400));
        long haltedSince = 0;
        int halts = 0;

        // When
        for (int i = 0; i < 20_000; i++) {
            MarketEvent event = source.next();
            if (event instanceof MarketEvent.HaltChanged change) {
                // Then
                if (change.halted() == 0) {
                    assertThat(event.timeNanos() - haltedSince).isEqualTo(300_000_000_000L);
                    haltedSince = 0;
                } else {
                    haltedSince = event.timeNanos();
                    halts++;
                }
            } else {
                assertThat(haltedSince).isZero();
            }
        }
        assertThat(halts).isBetween(5, 60);
    }

    @Test
    void shouldPrintAuctionsAtBothBellsAndJumpOvernight() {
        // Given
        MarketSource source =
                new GeneratedMarket(
                        5,
                        Instruments.usual().subList(0, 1),
                        new TradingCalendar(false),
                        START,
                        new MarketHabits(0, 300, 400));
        long close = nanos("2026-11-24T16:00");
        long open = nanos("2026-11-25T09:30");
        List<MarketEvent> around = new ArrayList<>();

        // When
        while (source.nextNanos() < open + 1_000_000_000L) {
            MarketEvent event = source.next();
            if (event.timeNanos() >= close - 1) {
                around.add(event);
            }
        }

        // Then
        assertThat(around.getFirst())
                .isInstanceOfSatisfying(
                        MarketEvent.Traded.class,
                        trade -> assertThat(trade.shares()).isEqualTo(36_000));
        assertThat(around)
                .anyMatch(event ->
                        event instanceof MarketEvent.Traded trade
                                && trade.timeNanos() == open + 1
                                && trade.shares() == 36_000);
        assertThat(Math.abs(firstMid(around, nanos("2026-11-25T04:00")) - lastMid(around)))
                .isGreaterThan(50_000_000L);
    }

    private static long firstMid(List<MarketEvent> events, long since) {
        return events.stream()
                .filter(event -> event.timeNanos() >= since)
                .map(GeneratedMarketTest::mid)
                .filter(mid -> mid > 0)
                .findFirst()
                .orElseThrow();
    }

    private static long lastMid(List<MarketEvent> events) {
        long evening = nanos("2026-11-24T20:00");
        return events.stream()
                .filter(event -> event.timeNanos() < evening)
                .mapToLong(GeneratedMarketTest::mid)
                .filter(mid -> mid > 0)
                .reduce(0, (_, last) -> last);
    }

    private static long mid(MarketEvent event) {
        return event instanceof MarketEvent.QuoteChanged changed ? changed.quote().midE8() : 0;
    }

    private static long nanos(String local) {
        return TradingCalendar.nanosOf(LocalDateTime.parse(local).atZone(TradingCalendar.ZONE));
    }

    private static List<MarketEvent> events(long seed, int count) {
        MarketSource source =
                new GeneratedMarket(seed, Instruments.usual(), new TradingCalendar(false), START);
        List<MarketEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(source.next());
        }
        return events;
    }
}
