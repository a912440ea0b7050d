package dev.monger.fleet.workload;

import dev.monger.fleet.world.Chance;
import dev.monger.simulator.SimulatorSettings;
import dev.monger.simulator.TwsSimulator;
import dev.monger.simulator.backend.BackendSettings;
import dev.monger.simulator.backend.BackendSettings.Brackets;
import dev.monger.simulator.backend.BackendSettings.ChildActivation;
import dev.monger.simulator.backend.BackendSettings.ChildSize;
import dev.monger.simulator.backend.BackendSettings.Oca;
import dev.monger.simulator.backend.BackendSettings.ParentCancel;
import dev.monger.simulator.front.FrontSettings;
import dev.monger.simulator.venue.GeneratedMarket;
import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Instruments;
import dev.monger.simulator.venue.MarketHabits;
import dev.monger.simulator.venue.TradingCalendar;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is not certain of the broker, each a switch: how brackets and groups behave.
 *
 * <p>The rules must hold both ways.
 */
public final class BrokerSwitches {

    private static final String ACTIVATION = "activation";
    private static final String SIZE = "size";
    private static final String PARENT_CANCEL = "parent-cancel";
    private static final String SPREADS = "cancel-spreads";
    private static final String PENDING = "pending-cancel";
    private static final String THIN = "thin";
    private static final String STEP = "step-millis";
    private static final String TICKS = "ticks-millis";
    private static final String PROFIT = "profit-millis";
    private static final long MILLI_NANOS = 1_000_000L;

    /** Between two quotes, and how far one moves: the slower, the further. */
    private static final List<Long> STEPS = List.of(400L, 800L, 1_200L);

    private BrokerSwitches() {}

    /** Draws all of them. */
    static SortedMap<String, String> drawn(Chance chance) {
        SortedMap<String, String> switches = new TreeMap<>();
        switches.put(ACTIVATION, one(chance, ChildActivation.values()));
        switches.put(SIZE, one(chance, ChildSize.values()));
        switches.put(PARENT_CANCEL, one(chance, ParentCancel.values()));
        switches.put(SPREADS, String.valueOf(chance.happens(1, 4)));
        switches.put(PENDING, String.valueOf(chance.happens(1, 2)));
        switches.put(THIN, String.valueOf(chance.happens(1, 2)));
        switches.put(STEP, String.valueOf(STEPS.get((int) chance.between(0, 2))));
        switches.put(TICKS, String.valueOf(250L << chance.between(0, 2)));
        switches.put(PROFIT, String.valueOf(1_000 * chance.between(1, 3)));
        return switches;
    }

    private static String one(Chance chance, Enum<?>[] values) {
        return values[(int) chance.between(0, values.length - 1)].name();
    }

    /** The broker and the market of a setting, from a time on. */
    static TwsSimulator simulator(Setting setting, long startNanos) {
        SimulatorSettings settings = settings(setting);
        MarketHabits usual = MarketHabits.usual();
        int step = (int) number(setting.switches(), STEP, usual.meanStepMillis());
        return new TwsSimulator(
                settings,
                new GeneratedMarket(
                        settings.seed(),
                        settings.instruments(),
                        new TradingCalendar(settings.alwaysOpen()),
                        startNanos,
                        new MarketHabits(
                                usual.haltsPerThousandDays(), usual.gapBasisPoints(), step)),
                startNanos);
    }

    /** A thin market shows little, so that orders fill in parts. */
    private static SimulatorSettings settings(Setting setting) {
        SortedMap<String, String> switches = setting.switches();
        Brackets brackets =
                new Brackets(
                        ChildActivation.valueOf(
                                switches.getOrDefault(
                                        ACTIVATION, ChildActivation.PARENT_FILLED.name())),
                        ChildSize.valueOf(switches.getOrDefault(SIZE, ChildSize.AS_WRITTEN.name())),
                        ParentCancel.valueOf(
                                switches.getOrDefault(
                                        PARENT_CANCEL, ParentCancel.CANCELS_CHILDREN.name())));
        BackendSettings usual = BackendSettings.usual();
        BackendSettings backend =
                new BackendSettings(
                        usual.accounts(),
                        usual.startCashE8(),
                        usual.commission(),
                        brackets,
                        new Oca(is(switches, SPREADS), 2_000_000_000L),
                        usual.notShortable(),
                        usual.marginPercent(),
                        usual.mostOrdersPerSide(),
                        is(switches, PENDING),
                        usual.latency());
        List<Instrument> listed =
                Instruments.usual().stream()
                        .filter(instrument -> setting.tickers().contains(instrument.symbol()))
                        .map(instrument -> shown(instrument, switches))
                        .toList();
        return new SimulatorSettings(setting.seed(), listed, true, backend, front(switches));
    }

    private static FrontSettings front(SortedMap<String, String> switches) {
        FrontSettings usual = FrontSettings.usual();
        FrontSettings.Timing timing = usual.timing();
        return usual.withTiming(
                new FrontSettings.Timing(
                        number(switches, TICKS, timing.ticksNanos() / MILLI_NANOS) * MILLI_NANOS,
                        number(switches, PROFIT, timing.profitNanos() / MILLI_NANOS) * MILLI_NANOS,
                        timing.barUpdateNanos(),
                        timing.accountNanos(),
                        timing.snapshotNanos()));
    }

    private static long number(SortedMap<String, String> switches, String name, long usual) {
        return Long.parseLong(switches.getOrDefault(name, String.valueOf(usual)));
    }

    private static boolean is(SortedMap<String, String> switches, String name) {
        return Boolean.parseBoolean(switches.getOrDefault(name, "false"));
    }

    private static Instrument shown(Instrument it, SortedMap<String, String> switches) {
        long size = is(switches, THIN) ? 100 : it.character().sizeShares();
        int further = 2 + (int) (number(switches, STEP, STEPS.getFirst()) / STEPS.getFirst());
        return new Instrument(
                it.conId(),
                it.symbol(),
                it.primaryExchange(),
                it.tradingClass(),
                it.longName(),
                it.stockType(),
                it.currency(),
                it.minTickE8(),
                it.marketRuleId(),
                Instruments.lively(
                        it.character().startPriceE8() / 100_000_000L,
                        size,
                        it.character().volatilityBasisPoints() * further));
    }
}
