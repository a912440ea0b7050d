package dev.monger.fleet.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.AssignmentFields;
import dev.monger.engine.journal.ReplayComparison;
import dev.monger.schemas.CommandKind;
import dev.monger.schemas.CommandOutcome;
import dev.monger.schemas.CommandResult;
import dev.monger.schemas.Fill;
import dev.monger.simulator.SimulatorSettings;
import dev.monger.simulator.TwsSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mongers trade, are killed and flatten, judged by the simulator's own books. */
class FleetDayTest {

    private static final String ACCOUNT = "DU1234567";
    private static final long START =
            Instant.parse("2026-11-23T15:00:00Z").getEpochSecond() * 1_000_000_000L;

    private static World world(long seed) {
        SimulatorSettings settings = SimulatorSettings.usual(seed);
        return new World(seed, TwsSimulator.generated(settings, START), ACCOUNT);
    }

    private static Assignment assignment(String ticker) {
        Map<String, String> fields =
                Map.ofEntries(
                        Map.entry("ticker", ticker),
                        Map.entry("account", ACCOUNT),
                        Map.entry("sizing.unit", "100"),
                        Map.entry("sizing.maximum", "200"),
                        Map.entry("entry.spacing", "10s"),
                        Map.entry("entry.pricing", "cross"),
                        Map.entry("entry.offsetTicks", "2"),
                        Map.entry("entry.coolDownAfterStop", "5s"),
                        Map.entry("exit.maximumHolding", "60s"),
                        Map.entry("exit.takeProfit", "0.2%"),
                        Map.entry("exit.stopLoss", "0.2%"),
                        Map.entry("risk.maximumLossPerDay", "100000"));
        return ((AssignmentFields.Outcome.Read) AssignmentFields.read(fields)).assignment();
    }

    private static void trade(World world, List<String> tickers, int rounds) {
        for (int round = 0; round < rounds; round++) {
            world.run(Duration.ofSeconds(5));
            for (String ticker : tickers) {
                world.signal(ticker, true);
            }
        }
    }

    private static List<Fill> fills(World world) {
        return world.published().stream()
                .filter(publish -> publish.topic().equals("trading.fills"))
                .map(publish -> (Fill) publish.value())
                .toList();
    }

    private static void assertFlat(World world) {
        assertThat(world.broker().backend().openOrders()).isEmpty();
        world.broker()
                .backend()
                .books(ACCOUNT)
                .holdings()
                .forEach(holding ->
                        assertThat(world.broker().backend().books(ACCOUNT).shares(holding.conId()))
                                .as("shares of %s", holding.conId())
                                .isZero());
    }

    private static CommandOutcome ended(World world, String id, String ticker) {
        return world.published().stream()
                .filter(publish -> publish.topic().equals("fleet.command-results"))
                .map(publish -> (CommandResult) publish.value())
                .filter(result -> result.getCommandId().equals(id))
                .filter(result -> result.getTicker().equals(ticker))
                .map(CommandResult::getOutcome)
                .filter(outcome ->
                        outcome == CommandOutcome.DONE || outcome == CommandOutcome.FAILED)
                .reduce((first, second) -> CommandOutcome.UNKNOWN)
                .orElse(CommandOutcome.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldTradeAndStopFlat(long seed) {
        // Given
        World world = world(seed);
        List<String> tickers = List.of("SPY", "IBM");
        world.settle(assignment("SPY"), 1);
        world.settle(assignment("IBM"), 2);

        // When
        trade(world, tickers, 60);
        world.command("stop-1", CommandKind.STOP, "*", Duration.ofSeconds(60));
        world.run(Duration.ofSeconds(60));

        // Then
        assertThat(fills(world)).as("fills, seed %d", seed).isNotEmpty();
        for (String ticker : tickers) {
            assertThat(ended(world, "stop-1", ticker)).isEqualTo(CommandOutcome.DONE);
        }
        assertFlat(world);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void shouldComeBackFromAKillWithoutLosingOrDoublingAnything(long seed) {
        // Given
        World world = world(seed);
        MongerHouse house = world.settle(assignment("SPY"), 1);
        Chance chance = new Chance(seed);
        trade(world, List.of("SPY"), 10);

        // When
        for (int kill = 0; kill < 5; kill++) {
            world.signal("SPY", true);
            world.run(Duration.ofMillis(chance.between(1, 400)));
            house.kill();
            world.run(Duration.ofMillis(chance.between(1, 8000)));
            house.start();
            trade(world, List.of("SPY"), 6);
        }
        world.command("stop-1", CommandKind.STOP, "*", Duration.ofSeconds(60));
        world.run(Duration.ofSeconds(60));

        // Then
        assertThat(ended(world, "stop-1", "SPY"))
                .as("seed %d", seed)
                .isEqualTo(CommandOutcome.DONE);
        assertFlat(world);
        assertThat(fills(world).stream().map(Fill::getExecutionFamily).distinct().count())
                .isEqualTo(world.broker().backend().executions().size());
    }

    /** A day with two kills, so that a session's end and the next one's begin are in it too. */
    private static MongerHouse dayWithKills(long seed) {
        World world = world(seed);
        MongerHouse house = world.settle(assignment("SPY"), 1);
        trade(world, List.of("SPY"), 20);
        for (int kill = 0; kill < 2; kill++) {
            house.kill();
            world.run(Duration.ofSeconds(2));
            house.start();
            trade(world, List.of("SPY"), 10);
        }
        assertThat(fills(world)).isNotEmpty();
        return house;
    }

    @Test
    void shouldKeepTheSameJournalForTheSameSeed() {
        // Given
        byte[] once = dayWithKills(99).journal().bytes();

        // When
        byte[] again = dayWithKills(99).journal().bytes();

        // Then
        assertThat(again).isEqualTo(once);
        assertThat(dayWithKills(98).journal().bytes()).isNotEqualTo(once);
    }

    @Test
    void shouldReplayAJournalWithoutADifference() {
        // Given
        MongerHouse house = dayWithKills(7);

        // When
        ReplayComparison.Report report = house.journal().replay(house.twin());

        // Then
        assertThat(report.differences()).isZero();
        assertThat(report.steps()).isGreaterThan(500);
    }
}
