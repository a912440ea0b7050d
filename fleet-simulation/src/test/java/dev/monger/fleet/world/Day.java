package dev.monger.fleet.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.AssignmentFields;
import dev.monger.core.model.Money;
import dev.monger.core.model.Quantity;
import dev.monger.core.monger.MongerFact;
import dev.monger.schemas.CommandKind;
import dev.monger.schemas.CommandOutcome;
import dev.monger.schemas.CommandResult;
import dev.monger.schemas.Fill;
import dev.monger.schemas.ManualOrder;
import dev.monger.simulator.SimulatorSettings;
import dev.monger.simulator.TwsSimulator;
import dev.monger.simulator.backend.AccountBooks;
import dev.monger.simulator.backend.OrderKind;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.simulator.backend.TimeInForce;
import dev.monger.simulator.venue.Market;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A day of the whole fleet, as stories tell it; judged by the simulator's own books. */
final class Day {

    static final String ACCOUNT = "DU1234567";
    private static final long START =
            Instant.parse("2026-11-23T15:00:00Z").getEpochSecond() * 1_000_000_000L;

    final long seed;
    final World world;
    private final List<String> tickers;

    private Day(long seed, List<String> tickers) {
        this.seed = seed;
        this.tickers = tickers;
        world =
                new World(
                        seed,
                        TwsSimulator.generated(SimulatorSettings.usual(seed), START),
                        ACCOUNT);
    }

    static Day of(long seed, String... tickers) {
        return withLimit(seed, null, tickers);
    }

    static Day withLimit(long seed, @Nullable Money dailyLossLimit, String... tickers) {
        Day day = new Day(seed, List.of(tickers));
        day.world.open(day.tickers.stream().map(Day::assignment).toList(), dailyLossLimit);
        return day;
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

    /** Lets the day go on, with a signal to buy every five seconds. */
    void trade(int rounds) {
        for (int round = 0; round < rounds; round++) {
            pass(5);
            tickers.forEach(ticker -> world.signal(ticker, true));
        }
    }

    void pass(int seconds) {
        world.run(Duration.ofSeconds(seconds));
    }

    /** Signals until something has come about; fails when it does not within five minutes. */
    void tradeUntil(String what, BooleanSupplier condition) {
        for (int round = 0; round < 60 && !condition.getAsBoolean(); round++) {
            trade(1);
            world.run(Duration.ofMillis(200));
        }
        assertThat(condition.getAsBoolean()).as("%s, seed %d", what, seed).isTrue();
    }

    /** Lets time pass until something has come about; fails when it does not within a minute. */
    void passUntil(String what, BooleanSupplier condition) {
        for (int step = 0; step < 600 && !condition.getAsBoolean(); step++) {
            world.run(Duration.ofMillis(100));
        }
        assertThat(condition.getAsBoolean()).as("%s, seed %d", what, seed).isTrue();
    }

    /** Stops the fleet and holds it to its word. */
    void stopFlat() {
        world.command("stop-1", CommandKind.STOP, "*", Duration.ofSeconds(60));
        pass(60);
        for (String ticker : tickers) {
            assertThat(ended("stop-1", ticker))
                    .as("%s, seed %d: %s", ticker, seed, told("stop-1", ticker))
                    .containsExactly(CommandOutcome.DONE);
        }
    }

    private List<String> told(String id, String ticker) {
        return published("fleet.command-results", CommandResult.class).stream()
                .filter(result -> result.getCommandId().equals(id))
                .filter(result -> result.getTicker().equals(ticker))
                .map(result -> result.getOutcome() + " " + result.getText())
                .toList();
    }

    private List<CommandOutcome> ended(String id, String ticker) {
        return published("fleet.command-results", CommandResult.class).stream()
                .filter(result -> result.getCommandId().equals(id))
                .filter(result -> result.getTicker().equals(ticker))
                .map(CommandResult::getOutcome)
                .filter(outcome ->
                        outcome == CommandOutcome.DONE || outcome == CommandOutcome.FAILED)
                .distinct()
                .toList();
    }

    <T> List<T> published(String topic, Class<T> type) {
        return world.published().stream()
                .filter(publish -> publish.topic().equals(topic))
                .map(publish -> type.cast(publish.value()))
                .toList();
    }

    List<Fill> fills() {
        return published("trading.fills", Fill.class);
    }

    List<ManualOrder> hands() {
        return published("account.manual-orders", ManualOrder.class);
    }

    AccountBooks books() {
        return world.broker().backend().books(ACCOUNT);
    }

    /** What the broker holds for the account, in shares. */
    long held(String symbol) {
        return books().shares(market(symbol).instrument().conId());
    }

    Market market(String symbol) {
        return Objects.requireNonNull(world.broker().venue().market(symbol), symbol);
    }

    int executions() {
        return world.broker().backend().executions().size();
    }

    int workingOrders() {
        return world.broker().backend().openOrders().size();
    }

    long workingOrdersOfClients() {
        return world.broker().backend().openOrders().stream()
                .filter(order -> !order.origin().manual())
                .count();
    }

    /** People who hold something against the ticker's share leave it nothing to close: they go. */
    void handsTradeBack(String symbol) {
        MongerFact.Shares shares = world.stateOf(symbol).ledger().shares();
        if (shares.own().signum() * shares.manual().signum() < 0) {
            types(
                    symbol,
                    shares.manual().signum() < 0,
                    shares.manual().absolute().units() / Quantity.ofShares(1).units());
        }
    }

    /** A person types a market order into TWS. */
    void types(String symbol, boolean buy, long shares) {
        var unused =
                world.broker()
                        .person()
                        .place(
                                ACCOUNT,
                                symbol,
                                new OrderTerms(
                                        buy,
                                        shares,
                                        OrderKind.MARKET,
                                        new OrderTerms.Prices(0, 0, 0, 0, 0),
                                        new OrderTerms.Life(TimeInForce.DAY, 0, false),
                                        "",
                                        0,
                                        ""));
        assertThat(unused.getClass().getSimpleName()).isEqualTo("Taken");
    }
}
