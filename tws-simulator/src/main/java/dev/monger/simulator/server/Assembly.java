package dev.monger.simulator.server;

import dev.monger.simulator.SimulatorSettings;
import dev.monger.simulator.TwsSimulator;
import dev.monger.simulator.front.DataRights;
import dev.monger.simulator.venue.GeneratedMarket;
import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Instruments;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.MarketSource;
import dev.monger.simulator.venue.TradingCalendar;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
                                start,
                                new SettingsReader(options).habits())
                        : files.market();
        TwsSimulator simulator = new TwsSimulator(settings, source, start);
        grant(simulator, new SettingsReader(options).rights());
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
        SettingsReader reader = new SettingsReader(options);
        return new SimulatorSettings(
                options.whole("seed", 1, Long.MIN_VALUE, Long.MAX_VALUE),
                listed,
                options.flag("always-open"),
                reader.backend(),
                reader.front());
    }

    private static void grant(TwsSimulator simulator, Map<String, DataRights.Right> rights)
            throws BadInput {
        for (Map.Entry<String, DataRights.Right> entry : rights.entrySet()) {
            Market market = simulator.venue().market(entry.getKey());
            if (market == null) {
                throw new BadInput("--rights: '" + entry.getKey() + "' is not listed");
            }
            simulator.setRight(market.instrument().conId(), entry.getValue());
        }
    }
}
