package dev.monger.simulator.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingCalendarTest {
    private final TradingCalendar calendar = new TradingCalendar(false);

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T03:59:59, CLOSED, 2026-11-24T04:00",
        "2026-11-24T04:00:00, PRE_MARKET, 2026-11-24T09:30",
        "2026-11-24T09:30:00, REGULAR, 2026-11-24T16:00",
        "2026-11-24T16:00:00, AFTER_HOURS, 2026-11-24T20:00",
        "2026-11-25T20:00:00, CLOSED, 2026-11-27T04:00",
        "2026-11-26T12:00:00, CLOSED, 2026-11-27T04:00",
        "2026-11-27T12:59:59, REGULAR, 2026-11-27T13:00",
        "2026-11-27T13:00:00, AFTER_HOURS, 2026-11-27T17:00",
        "2026-11-27T17:00:00, CLOSED, 2026-11-30T04:00",
        "2027-07-05T12:00:00, CLOSED, 2027-07-06T04:00",
        "2026-11-28T12:00:00, CLOSED, 2026-11-30T04:00",
    })
    void shouldKnowTheHours(String local, Session session, String next) {
        // Given
        long nanos =
                TradingCalendar.nanosOf(LocalDateTime.parse(local).atZone(TradingCalendar.ZONE));

        // When
        Session found = calendar.at(nanos);
        long change = calendar.nextChangeNanos(nanos);

        // Then
        assertThat(found).isEqualTo(session);
        assertThat(TradingCalendar.local(change).toLocalDateTime())
                .isEqualTo(LocalDateTime.parse(next));
    }

    @Test
    void shouldBeginADayAtMidnightWhenItNeverCloses() {
        // Given
        TradingCalendar open = new TradingCalendar(true);
        long evening =
                TradingCalendar.nanosOf(
                        LocalDateTime.of(2026, 11, 28, 22, 0).atZone(TradingCalendar.ZONE));

        // When
        long change = open.nextChangeNanos(evening);

        // Then
        assertThat(TradingCalendar.local(change).toLocalDateTime())
                .isEqualTo(LocalDateTime.of(2026, 11, 29, 0, 0));
        assertThat(open.beginsDay(change)).isTrue();
        assertThat(open.at(change)).isEqualTo(Session.REGULAR);
    }

    @Test
    void shouldWriteHoursAsContractDetailsDo() {
        // Given
        long friday =
                TradingCalendar.nanosOf(
                        LocalDateTime.of(2026, 11, 27, 12, 0).atZone(TradingCalendar.ZONE));

        // When
        String liquid = calendar.liquidHours(friday);

        // Then
        assertThat(liquid)
                .startsWith(
                        "20261127:0930-20261127:1300;20261128:CLOSED;20261129:CLOSED;20261130:0930");
    }
}
