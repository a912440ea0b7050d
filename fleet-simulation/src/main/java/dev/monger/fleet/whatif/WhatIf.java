package dev.monger.fleet.whatif;

import dev.monger.core.model.AccountId;
import dev.monger.core.model.Assignment;
import dev.monger.core.model.ContractTerms;
import dev.monger.fleet.world.World;
import dev.monger.schemas.CommandKind;
import dev.monger.schemas.PredictionRecord;
import dev.monger.schemas.Signal;
import dev.monger.simulator.SimulatorSettings;
import dev.monger.simulator.TwsSimulator;
import dev.monger.simulator.backend.AccountBooks;
import dev.monger.simulator.backend.Execution;
import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Instruments;
import dev.monger.simulator.venue.ReplayedMarket;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Trades a recording with an assignment, the whole fleet against the simulated broker. */
public final class WhatIf {

    private static final String ACCOUNT = "DU1234567";

    /** Before the first quote everything is started, and after the last one it is stopped. */
    private static final long WARM_UP_NANOS = 20_000_000_000L;

    private static final Duration STOPPING = Duration.ofSeconds(90);

    private WhatIf() {}

    /**
     * What came of it.
     *
     * @param profitE8 the account's gain after commissions, all positions closed or at their mark,
     *     units of 1e-8
     * @param trades each execution as a line
     * @param decisions what became of each prediction as a line
     */
    public record Result(long profitE8, List<String> trades, List<String> decisions) {}

    /** Trades it; the assignment must be for the recording's contract. */
    public static Result trade(Recording recording, Assignment assignment) {
        ContractTerms terms = Objects.requireNonNull(recording.terms());
        String symbol = assignment.contract().symbol();
        long start = recording.market().getFirst().timeNanos() - WARM_UP_NANOS;
        SimulatorSettings settings =
                SimulatorSettings.usual(1).withInstruments(List.of(listed(symbol, terms)));
        TwsSimulator broker =
                new TwsSimulator(settings, new ReplayedMarket(recording.market()), start);
        World world = new World(1, broker, ACCOUNT);
        world.open(List.of(inSimulation(assignment)), null);
        for (Recording.Timed timed : recording.signals()) {
            until(world, timed.exchangeNanos());
            world.signal(Signal.newBuilder(timed.signal()).setTicker(ticker(assignment)).build());
        }
        until(world, recording.market().getLast().timeNanos());
        world.command("end", CommandKind.STOP, "*", STOPPING);
        world.run(STOPPING);
        AccountBooks books = broker.backend().books(ACCOUNT);
        return new Result(
                books.netLiquidationE8() - books.startCashE8(), trades(broker), decisions(world));
    }

    private static String ticker(Assignment assignment) {
        return assignment.ticker().value();
    }

    /** Here the account is a simulated one, whatever it was then. */
    private static Assignment inSimulation(Assignment assignment) {
        return Assignment.builder(
                        assignment.ticker(), assignment.contract(), new AccountId(ACCOUNT))
                .sizing(assignment.sizing())
                .predictions(assignment.predictions())
                .signals(assignment.signals())
                .entry(assignment.entry())
                .exit(assignment.exit())
                .risk(assignment.risk())
                .hours(assignment.hours())
                .stop(assignment.stop())
                .build();
    }

    private static Instrument listed(String symbol, ContractTerms terms) {
        Instrument made = Instruments.made(symbol);
        for (Instrument usual : Instruments.usual()) {
            made = usual.symbol().equals(symbol) ? usual : made;
        }
        return new Instrument(
                (int) terms.conId().value(),
                symbol,
                made.primaryExchange(),
                made.tradingClass(),
                made.longName(),
                made.stockType(),
                made.currency(),
                made.minTickE8(),
                made.marketRuleId(),
                made.character());
    }

    private static void until(World world, long nanos) {
        long left = nanos - world.agenda().nowNanos();
        if (left > 0) {
            world.run(Duration.ofNanos(left));
        }
    }

    private static List<String> trades(TwsSimulator broker) {
        List<String> trades = new ArrayList<>();
        for (Execution execution : broker.backend().executions()) {
            Execution.Trade trade = execution.trade();
            trades.add(
                    String.format(
                            Locale.ROOT,
                            "%s %s %d at %s",
                            Instant.ofEpochSecond(execution.timeNanos() / 1_000_000_000L),
                            trade.buy() ? "bought" : "sold",
                            trade.shares(),
                            BigDecimal.valueOf(trade.priceE8(), 8)
                                    .stripTrailingZeros()
                                    .toPlainString()));
        }
        return trades;
    }

    private static List<String> decisions(World world) {
        List<String> decisions = new ArrayList<>();
        for (var publish : world.published()) {
            if (publish.value() instanceof PredictionRecord record) {
                String refused =
                        record.getRefusedBy() == null ? "" : " by " + record.getRefusedBy();
                decisions.add(
                        record.getLastInputAt()
                                + " "
                                + record.getDirection()
                                + " "
                                + record.getDecision()
                                + refused);
            }
        }
        return decisions;
    }
}
