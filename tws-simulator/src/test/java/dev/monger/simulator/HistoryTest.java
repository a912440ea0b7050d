package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.front.DataRights;
import dev.monger.tws.message.Bar;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bars of every size of the time before and since the simulation began, Tuesday 09:30. */
class HistoryTest {
    private static final long MINUTE = 60 * Desk.SECOND;

    private final TwsSimulator simulator = Desk.simulatorWithHours();
    private final TwsClientFake client = TwsClientFake.started(simulator, 7);

    /** What a request for history asks for besides its contract. */
    record Wish(String end, String size, String duration, String shown, int format) {
        MarketDataRequest.RequestHistoricalData request(int id, boolean regular, boolean keep) {
            return new MarketDataRequest.RequestHistoricalData(
                    id,
                    Desk.CONTRACT,
                    false,
                    end,
                    size,
                    duration,
                    regular,
                    shown,
                    format,
                    keep,
                    "");
        }
    }

    @ParameterizedTest
    @CsvSource({
        // size, duration, bars at most, first, last
        "1 day, 5 D, 5, 20261116, 20261120",
        "1 day, 1 W, 5, 20261116, 20261120",
        "1 week, 1 M, 6, 20261019, 20261116",
        "1 month, 1 Y, 13, 20251101, 20261101",
    })
    void shouldGiveDaysWeeksAndMonths(
            String size, String duration, int count, String first, String last) {
        // When
        List<Bar> bars = ask(new Wish("20261121-12:00:00", size, duration, "TRADES", 1), true);

        // Then
        assertThat(bars).hasSizeLessThanOrEqualTo(count).hasSizeGreaterThanOrEqualTo(count - 1);
        assertThat(bars.getFirst().time()).isEqualTo(first);
        assertThat(bars.getLast().time()).isEqualTo(last);
        assertSound(bars);
    }

    @ParameterizedTest
    @CsvSource({
        // size, duration, regular hours, bars
        "1 secs, 120 S, true, 120",
        "5 secs, 120 S, true, 24",
        "30 secs, 3600 S, true, 120",
        "1 min, 1 D, true, 390",
        "5 mins, 2 D, true, 156",
        "1 hour, 1 D, true, 7",
        "4 hours, 1 D, true, 3",
    })
    void shouldGiveBarsOfEverySizeOfMonday(
            String size, String duration, boolean regular, int count) {
        // When
        List<Bar> bars = ask(new Wish("20261123-21:00:00", size, duration, "TRADES", 2), regular);

        // Then
        assertThat(bars).hasSize(count);
        assertThat(Long.parseLong(bars.getLast().time())).isLessThan(1_795_467_600L);
        assertSound(bars);
    }

    @Test
    void shouldAgreeWithItselfAtEverySize() {
        // When
        List<Bar> day = ask(new Wish("20261123-21:00:00", "1 day", "1 D", "TRADES", 1), true);
        List<Bar> minutes = ask(new Wish("20261123-21:00:00", "1 min", "1 D", "TRADES", 1), true);
        List<Bar> seconds = ask(new Wish("20261123-21:00:00", "1 secs", "60 S", "TRADES", 1), true);
        List<Bar> again = ask(new Wish("20261123-21:00:00", "1 day", "1 D", "TRADES", 1), true);

        // Then
        Bar whole = day.getFirst();
        assertThat(day).hasSize(1).isEqualTo(again);
        assertThat(minutes.getFirst().openE8()).isEqualTo(whole.openE8());
        assertThat(minutes.getLast().closeE8()).isEqualTo(whole.closeE8());
        assertThat(minutes.stream().mapToLong(Bar::highE8).max()).hasValue(whole.highE8());
        assertThat(minutes.stream().mapToLong(Bar::lowE8).min()).hasValue(whole.lowE8());
        assertThat(minutes.stream().mapToLong(Bar::volumeE8).sum()).isEqualTo(whole.volumeE8());
        Bar last = minutes.getLast();
        assertThat(seconds.getFirst().openE8()).isEqualTo(last.openE8());
        assertThat(seconds.getLast().closeE8()).isEqualTo(last.closeE8());
        assertThat(seconds.stream().mapToLong(Bar::highE8).max()).hasValue(last.highE8());
        assertThat(seconds.stream().mapToLong(Bar::volumeE8).sum()).isEqualTo(last.volumeE8());
        assertThat(simulator.backend().market(Desk.IBM).closeE8()).isEqualTo(whole.closeE8());
    }

    @Test
    void shouldJoinWhatWasAndWhatIsSimulated() {
        // Given
        simulator.advanceTo(Desk.START + 10 * Desk.SECOND);
        simulator.person().print(Desk.IBM, 18_300 * Desk.CENT, 10);

        // When
        List<Bar> bars = ask(new Wish("", "1 min", "600 S", "TRADES", 2), false);

        // Then
        Bar now = bars.getLast();
        assertThat(now.time()).isEqualTo(Long.toString(Desk.START / Desk.SECOND));
        assertThat(now.closeE8()).isEqualTo(18_300 * Desk.CENT);
        assertThat(bars).hasSizeGreaterThan(1);
        assertThat(bars.get(bars.size() - 2).closeE8())
                .isBetween(17_900 * Desk.CENT, 18_500 * Desk.CENT);
    }

    @Test
    void shouldShowBidAskAndBoth() {
        // When
        List<Bar> bid = ask(new Wish("20261123-21:00:00", "1 hour", "1 D", "BID", 2), true);
        List<Bar> ask = ask(new Wish("20261123-21:00:00", "1 hour", "1 D", "ASK", 2), true);
        List<Bar> mid = ask(new Wish("20261123-21:00:00", "1 hour", "1 D", "MIDPOINT", 2), true);
        List<Bar> both = ask(new Wish("20261123-21:00:00", "1 hour", "1 D", "BID_ASK", 2), true);

        // Then
        for (int i = 0; i < bid.size(); i++) {
            assertThat(bid.get(i).closeE8()).isLessThan(ask.get(i).closeE8());
            assertThat(mid.get(i).closeE8())
                    .isEqualTo((bid.get(i).closeE8() + ask.get(i).closeE8()) / 2);
            assertThat(both.get(i).highE8()).isEqualTo(ask.get(i).highE8());
            assertThat(both.get(i).lowE8()).isEqualTo(bid.get(i).lowE8());
            assertThat(both.get(i).openE8()).isBetween(bid.get(i).lowE8(), bid.get(i).highE8());
            assertThat(both.get(i).closeE8()).isBetween(ask.get(i).lowE8(), ask.get(i).highE8());
            assertThat(both.get(i).volumeE8()).isEqualTo(-100_000_000L);
        }
        assertThat(both).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({
        // format, version, time of the first bar of an hour
        "1, 200, 20261123 09:30:00 US/Eastern",
        "2, 200, 1795444200",
        "3, 200, 1123 09:30:00 US/Eastern",
        "1, 173, 20261123  09:30:00",
    })
    void shouldWriteTimesAsAsked(int format, int version, String time) {
        // Given
        TwsClientFake own = new TwsClientFake(simulator, version);
        own.say(new dev.monger.tws.message.SessionRequest.StartApi(9, ""));

        // When
        own.say(
                new Wish("20261123-21:00:00", "1 hour", "1 D", "TRADES", format)
                        .request(1, true, false));

        // Then
        MarketDataMessage.HistoricalData data =
                own.heard(MarketDataMessage.HistoricalData.class).getFirst();
        assertThat(data.bars().getFirst().time()).isEqualTo(time);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(new Wish("", "1 secs", "2001 S", "TRADES", 2), false, 162),
                refusal(new Wish("", "1 secs", "1 D", "TRADES", 2), false, 162),
                refusal(new Wish("", "1 min", "86401 S", "TRADES", 2), false, 321),
                refusal(new Wish("", "1 day", "366 D", "TRADES", 2), false, 321),
                refusal(new Wish("", "7 mins", "1 D", "TRADES", 2), false, 321),
                refusal(new Wish("", "1 min", "1", "TRADES", 2), false, 321),
                refusal(new Wish("", "1 min", "0 D", "TRADES", 2), false, 321),
                refusal(new Wish("", "1 min", "x D", "TRADES", 2), false, 321),
                refusal(new Wish("", "1 min", "1 H", "TRADES", 2), false, 321),
                refusal(new Wish("", "1 min", "1 D", "NEWS", 2), false, 321),
                refusal(new Wish("", "1 min", "1 D", "TRADES", 4), false, 321),
                refusal(new Wish("yesterday", "1 min", "1 D", "TRADES", 2), false, 10314),
                refusal(new Wish("20261123-21:00:00", "1 min", "1 D", "TRADES", 2), true, 321),
                refusal(new Wish("", "1 min", "1 D", "BID_ASK", 2), true, 321),
                refusal(new Wish("", "1 secs", "60 S", "TRADES", 2), true, 321),
                refusal(
                        new Wish("20261123-21:00:00", "1 day", "1 D", "ADJUSTED_LAST", 2),
                        false,
                        321),
                refusal(new Wish("20260101-21:00:00", "30 secs", "1 D", "TRADES", 2), false, 162),
                refusal(new Wish("20200101-21:00:00", "1 day", "1 D", "TRADES", 2), false, 162));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void shouldRefuseByCode(Wish wish, boolean keep, int code) {
        // When
        client.say(wish.request(1, true, keep));

        // Then
        assertThat(client.story()).containsExactly("error 1 " + code);
        assertThat(client.heard(MarketDataMessage.HistoricalData.class)).isEmpty();
    }

    @Test
    void shouldNotShowHistoryWithoutRights() {
        // Given
        simulator.setRight(Desk.IBM, DataRights.Right.DELAYED);

        // When
        client.say(new Wish("", "1 min", "1 D", "TRADES", 2).request(1, true, false));

        // Then
        assertThat(client.story()).containsExactly("error 1 162");
    }

    @Test
    void shouldKnowSinceWhenThereIsHistory() {
        // When
        client.say(head(1, "TRADES", 2));
        client.say(head(2, "TRADES", 1));
        client.say(head(3, "NEWS", 1));
        List<Bar> days = ask(new Wish("", "1 day", "3 Y", "TRADES", 2), true);

        // Then
        List<MarketDataMessage.HeadTimestamp> heads =
                client.heard(MarketDataMessage.HeadTimestamp.class);
        assertThat(heads).hasSize(2);
        assertThat(heads.get(1).time()).matches("\\d{8}-14:30:00|\\d{8}-13:30:00");
        assertThat(heads.get(1).time().substring(0, 8)).isEqualTo(days.getFirst().time());
        assertThat(client.story()).containsExactly("error 3 162");
        assertThat(days).hasSize(520);
    }

    @Test
    void shouldKeepUpBarsOverTheNight() {
        // Given
        client.say(new Wish("", "1 hour", "1 D", "TRADES", 2).request(1, false, true));

        // When
        simulator.advanceTo(Desk.START + 23 * 60 * MINUTE);
        simulator.person().print(Desk.IBM, 18_400 * Desk.CENT, 10);
        simulator.advanceTo(Desk.START + 23 * 60 * MINUTE + 6 * Desk.SECOND);

        // Then
        MarketDataMessage.HistoricalDataUpdate update =
                client.heard(MarketDataMessage.HistoricalDataUpdate.class).getLast();
        assertThat(update.bar().closeE8()).isEqualTo(18_400 * Desk.CENT);
        assertThat(Long.parseLong(update.bar().time()))
                .isEqualTo((Desk.START + 1350 * MINUTE) / Desk.SECOND);
    }

    private static Arguments refusal(Wish wish, boolean keep, int code) {
        return Arguments.of(wish, keep, code);
    }

    private static MarketDataRequest head(int id, String shown, int format) {
        return new MarketDataRequest.RequestHeadTimestamp(
                id, Desk.CONTRACT, false, true, shown, format);
    }

    private List<Bar> ask(Wish wish, boolean regular) {
        client.say(wish.request(77, regular, false));
        assertThat(client.story()).noneMatch(line -> line.startsWith("error 77"));
        return client.heard(MarketDataMessage.HistoricalData.class).getLast().bars();
    }

    private static void assertSound(List<Bar> bars) {
        for (Bar bar : bars) {
            assertThat(bar.lowE8())
                    .isPositive()
                    .isLessThanOrEqualTo(Math.min(bar.openE8(), bar.closeE8()));
            assertThat(bar.highE8()).isGreaterThanOrEqualTo(Math.max(bar.openE8(), bar.closeE8()));
            assertThat(bar.averagePriceE8()).isBetween(bar.lowE8(), bar.highE8());
            assertThat(bar.volumeE8()).isPositive();
        }
    }
}
