package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.fault.Fault;
import dev.monger.simulator.fault.FaultKind;
import dev.monger.simulator.fault.FaultSwarm;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many faults at once: nothing breaks that should not, and a seed means the same for ever. */
class FaultsTogetherTest {

    /** Faults that end connections or do not let them begin. */
    private static final Set<FaultKind> ENDING =
            EnumSet.of(
                    FaultKind.DROP_BEFORE_ORDER,
                    FaultKind.DROP_AFTER_ORDER,
                    FaultKind.GHOST_SESSION,
                    FaultKind.PACING_REJECT,
                    FaultKind.CLIENT_LIMIT,
                    FaultKind.DAILY_RESTART,
                    FaultKind.TOKEN_EXPIRED);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldKeepTheBooksAndServeClientsAgainInCalm(long seed) {
        // Given
        RandomDay day = new RandomDay(seed);
        FaultSwarm.of(seed).forEach(day.simulator.faults()::switchOn);

        // When
        day.run(150);
        day.calm();

        // Then
        BooksAudit.of(day.simulator);
        assertThat(day.isServed()).as("seed %d", seed).isTrue();
        assertThat(day.struck()).as("seed %d", seed).isNotEmpty();
    }

    @Test
    void shouldBearEveryFaultAtOnce() {
        // Given
        Set<FaultKind> struck = EnumSet.noneOf(FaultKind.class);

        // When
        for (long seed = 1; seed <= 6; seed++) {
            RandomDay day = new RandomDay(seed);
            for (FaultKind kind : FaultKind.values()) {
                day.simulator.faults().switchOn(Fault.of(kind).with("perThousand", 60));
            }
            day.run(250);
            day.calm();
            struck.addAll(day.struck());

            // Then
            BooksAudit.of(day.simulator);
            assertThat(day.isServed()).as("seed %d", seed).isTrue();
        }
        assertThat(struck).hasSizeGreaterThan(40);
    }

    @Test
    void shouldKeepConnectionsThatNoFaultEnds() {
        // Given
        RandomDay day = new RandomDay(5);
        EnumSet<FaultKind> kinds = EnumSet.allOf(FaultKind.class);
        kinds.removeAll(ENDING);
        kinds.forEach(
                kind -> day.simulator.faults().switchOn(Fault.of(kind).with("perThousand", 300)));

        // When
        day.run(200);

        // Then
        assertThat(day.endedByTws()).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldSayTheSameBytesForTheSameSeed(long seed) {
        // Given
        List<byte[]> told = new ArrayList<>();

        // When
        for (int run = 0; run < 2; run++) {
            RandomDay day = new RandomDay(seed);
            FaultSwarm.of(seed).forEach(day.simulator.faults()::switchOn);
            day.run(100);
            told.add(day.everythingTold());
        }

        // Then
        assertThat(told.get(0)).hasSizeGreaterThan(1000).isEqualTo(told.get(1));
    }

    @Test
    void shouldLeaveTheChancesOfOtherFaultsAsTheyWere() {
        // Given
        List<Long> strikes = new ArrayList<>();

        // When
        for (boolean both : List.of(false, true)) {
            FaultStage stage = new FaultStage();
            TwsClientFake client = stage.client(7);
            stage.on(Fault.of(FaultKind.SWALLOWED_ORDER).with("perThousand", 300));
            if (both) {
                stage.on(Fault.of(FaultKind.DUPLICATE_STATUS).with("perThousand", 300));
            }
            for (int id = 1; id <= 200; id++) {
                stage.rests(client, id, Desk.limit("BUY", 1, 9000 + id));
            }
            strikes.add(client.heard.stream().filter(one -> isFirst(one.toString())).count());
        }

        // Then
        assertThat(strikes.get(0)).isPositive().isEqualTo(strikes.get(1));
    }

    private static boolean isFirst(String message) {
        return message.startsWith("OpenOrder[");
    }

    @Test
    void shouldDrawASwarmFromItsSeedAlone() {
        // When, Then
        assertThat(FaultSwarm.of(7)).isEqualTo(FaultSwarm.of(7)).isNotEqualTo(FaultSwarm.of(8));
        assertThat(FaultSwarm.of(9, List.of(FaultKind.CORRECTION)))
                .singleElement()
                .matches(fault -> fault.kind() == FaultKind.CORRECTION);
    }
}
