package dev.monger.simulator.server;

import dev.monger.simulator.SimulatorSettings;
import dev.monger.simulator.TwsSimulator;
import dev.monger.simulator.backend.BackendSettings;
import dev.monger.simulator.front.FrontSettings;
import dev.monger.simulator.venue.GeneratedMarket;
import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Instruments;
import dev.monger.simulator.venue.MarketSource;
import dev.monger.simulator.venue.TradingCalendar;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A simulator and its clock, put together from the command line and brought to the clock's first
 * moment.
 *
 * @param simulator at the market time of the clock's origin, with a past
 * @param clock market time
 */
record Assembly(TwsSimulator simulator, MarketClock clock) {
    private static final long SECOND = 1_000_000_000L;

    static Assembly of(SimulatorOptions options, @Nullable String clockText, LongSupplier wallClock)
            throws BadInput, IOException {
        List<Instrument> known = known(options);
        Path replay = options.path("replay");
        ReplayFiles files = replay == null ? null : ReplayFiles.read(replay, known);
        List<Instrument> listed = files == null ? listed(options, known) : files.instruments();
        // Taken after the files are read, so that a clock of our own begins where the replay does.
        long wallNanos = wallClock.getAsLong();
        MarketClock clock = clock(options, clockText, wallNanos, files);
        long origin = clock.exchangeNanos(wallNanos);
        long history = options.whole("history", 7200, 0, 172_800) * SECOND;
        long start = files == null ? origin - history : Math.min(files.firstNanos(), origin);
        SimulatorSettings settings = settings(options, listed);
        MarketSource source =
                files == null
                        ? new GeneratedMarket(
                                settings.seed(),
                                listed,
                                new TradingCalendar(settings.alwaysOpen()),
                                start)
                        : files.market();
        TwsSimulator simulator = new TwsSimulator(settings, source, start);
        return new Assembly(simulator, clock);
    }

    private static List<Instrument> known(SimulatorOptions options) throws BadInput, IOException {
        Path file = options.path("instruments");
        return file == null ? Instruments.usual() : InstrumentFile.read(file);
    }

    private static List<Instrument> listed(SimulatorOptions options, List<Instrument> known) {
        List<String> symbols = options.list("symbols", "");
        return symbols.isEmpty() ? known : InstrumentFile.only(symbols, known);
    }

    private static MarketClock clock(
            SimulatorOptions options,
            @Nullable String clockText,
            long wallNanos,
            @Nullable ReplayFiles files)
            throws BadInput {
        if (clockText != null && !clockText.isBlank()) {
            return MarketClock.parse(clockText);
        }
        long exchange = wallNanos;
        if (files != null) {
            LocalDate day = TradingCalendar.local(files.firstNanos()).toLocalDate();
            exchange =
                    TradingCalendar.nanosOf(
                            day.atTime(options.start()).atZone(TradingCalendar.ZONE));
        }
        return new MarketClock(wallNanos, exchange, options.speed());
    }

    private static SimulatorSettings settings(SimulatorOptions options, List<Instrument> listed) {
        long[] commission = options.commissionE8();
        List<String> brackets = options.brackets();
        BackendSettings usual = BackendSettings.usual();
        BackendSettings backend =
                new BackendSettings(
                        options.list("account", "DU1234567"),
                        options.cashE8(),
                        dev.monger.simulator.backend.Commission.flat(commission[1], commission[0]),
                        new BackendSettings.Brackets(
                                brackets.get(0).equals("filled")
                                        ? BackendSettings.ChildActivation.PARENT_FILLED
                                        : BackendSettings.ChildActivation.PARENT_FIRST_FILL,
                                brackets.get(1).equals("written")
                                        ? BackendSettings.ChildSize.AS_WRITTEN
                                        : BackendSettings.ChildSize.PARENT_FILLED_SO_FAR,
                                brackets.get(2).equals("cancels")
                                        ? BackendSettings.ParentCancel.CANCELS_CHILDREN
                                        : BackendSettings.ParentCancel.RELEASES_CHILDREN),
                        usual.oca(),
                        options.list("not-shortable", ""),
                        usual.marginPercent(),
                        usual.mostOrdersPerSide(),
                        usual.pendingCancel(),
                        usual.latency());
        FrontSettings front =
                FrontSettings.usual()
                        .withHighestVersion((int) options.whole("server-version", 200, 151, 200))
                        .withMasterClientId(
                                (int) options.whole("master-client-id", 0, -1, Integer.MAX_VALUE))
                        .withReadOnly(options.flag("read-only"));
        return new SimulatorSettings(
                options.whole("seed", 1, Long.MIN_VALUE, Long.MAX_VALUE),
                listed,
                options.flag("always-open"),
                backend,
                front);
    }
}
