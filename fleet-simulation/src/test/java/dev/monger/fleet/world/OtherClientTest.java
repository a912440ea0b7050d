package dev.monger.fleet.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import dev.monger.engine.monger.MongerEngine;
import dev.monger.engine.monger.MongerSettings;
import dev.monger.schemas.TickerStatus;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A monger that is started again as somebody else. */
class OtherClientTest {

    private static final long LATER_SESSION = 9_000_000_000L;
    private static final int OTHER = 30;

    private static MongerEngine monger(Day day) {
        return (MongerEngine) day.world.monger("SPY").engine();
    }

    private static List<EngineOutput> started(Day day, String account, int clientId) {
        return monger(day)
                .step(
                        new EngineInput.Started(
                                day.world.now(),
                                LATER_SESSION,
                                new MongerSettings("SPY", account, clientId, 10).text()));
    }

    private static List<EngineOutput.Exit> exits(List<EngineOutput> outputs) {
        return outputs.stream()
                .filter(EngineOutput.Exit.class::isInstance)
                .map(EngineOutput.Exit.class::cast)
                .toList();
    }

    private static @Nullable Integer toldClient(Day day) {
        TickerStatus status = monger(day).status();
        return status == null ? null : status.getClientId();
    }

    @Test
    void shouldRefuseAnotherClientIdWhileAPositionIsOpen() {
        // Given
        Day day = Day.of(31, "SPY");
        day.tradeUntil("a position", () -> day.held("SPY") > 0);
        Integer own = toldClient(day);

        // When
        List<EngineOutput> outputs = started(day, Day.ACCOUNT, OTHER);

        // Then
        assertThat(exits(outputs))
                .singleElement()
                .satisfies(exit -> {
                    assertThat(exit.code()).isEqualTo(78);
                    assertThat(exit.reason())
                            .contains("client id 30 cannot touch what client id " + own)
                            .contains("start it with client id " + own);
                });
        assertThat(outputs).noneMatch(EngineOutput.OpenLink.class::isInstance);
        assertThat(toldClient(day)).isEqualTo(own);
    }

    @Test
    void shouldGoOnWithItsOwnClientIdAfterThatRefusal() {
        // Given
        Day day = Day.of(32, "SPY");
        day.tradeUntil("a position", () -> day.held("SPY") > 0);
        int own = Objects.requireNonNull(toldClient(day));
        started(day, Day.ACCOUNT, OTHER);

        // When
        List<EngineOutput> outputs = started(day, Day.ACCOUNT, own);

        // Then
        assertThat(exits(outputs)).isEmpty();
        assertThat(outputs).anyMatch(EngineOutput.OpenLink.class::isInstance);
    }

    @Test
    void shouldTakeAnotherClientIdWhenNothingIsOpen() {
        // Given
        Day day = Day.of(33, "SPY");
        day.tradeUntil("a position", () -> day.held("SPY") > 0);
        day.stopFlat();

        // When
        List<EngineOutput> outputs = started(day, Day.ACCOUNT, OTHER);

        // Then
        assertThat(exits(outputs)).isEmpty();
        assertThat(outputs).anyMatch(EngineOutput.OpenLink.class::isInstance);
        assertThat(toldClient(day)).isEqualTo(OTHER);
    }

    @Test
    void shouldRefuseTheJournalOfAnotherAccount() {
        // Given
        Day day = Day.of(34, "SPY");
        day.trade(2);

        // When
        List<EngineOutput> outputs = started(day, "DU7654321", 1);

        // Then
        assertThat(exits(outputs))
                .singleElement()
                .satisfies(exit -> {
                    assertThat(exit.code()).isEqualTo(78);
                    assertThat(exit.reason())
                            .contains(
                                    "the journal is of SPY in DU1234567, not of SPY in DU7654321");
                });
    }
}
