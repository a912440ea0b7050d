package dev.monger.simulator.server;

import dev.monger.simulator.backend.BackendSettings;
import dev.monger.simulator.backend.Commission;
import dev.monger.simulator.front.DataRights;
import dev.monger.simulator.front.FrontSettings;
import dev.monger.simulator.front.Readings;
import dev.monger.simulator.venue.MarketHabits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes the settings of broker, TWS and market of the command line; problems go to its list. */
final class SettingsReader {
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final long MOST_LATENCY_MILLIS = 600_000;
    private static final List<String> READINGS =
            List.of(
                    "commissions-to-all",
                    "zero-sees-manual",
                    "own-executions-only",
                    "locate-inactive",
                    "preset-day",
                    "positive-binding",
                    "master-hears-errors",
                    "filled-once",
                    "pending-cancel",
                    "cancel-spreads");

    private final SimulatorOptions options;

    SettingsReader(SimulatorOptions options) {
        this.options = options;
    }

    /** Reads everything once, so that every problem is known. */
    void check() {
        backend();
        front();
        habits();
        rights();
        for (String reading : options.list("readings", "")) {
            if (!READINGS.contains(reading)) {
                options.problem(
                        "--readings: no such reading '"
                                + reading
                                + "'; right would be some of "
                                + String.join(", ", READINGS));
            }
        }
    }

    private boolean reads(String reading) {
        return options.list("readings", "").contains(reading);
    }

    BackendSettings backend() {
        BackendSettings usual = BackendSettings.usual();
        long[] latency = latencyNanos();
        return new BackendSettings(
                options.list("account", "DU1234567"),
                options.cashE8(),
                commission(),
                brackets(),
                new BackendSettings.Oca(reads("cancel-spreads"), latency[2]),
                options.list("not-shortable", ""),
                usual.marginPercent(),
                usual.mostOrdersPerSide(),
                reads("pending-cancel"),
                new BackendSettings.Latency(latency[0], latency[1]));
    }

    private BackendSettings.Brackets brackets() {
        List<String> parts = options.list("brackets", "filled,written,cancels");
        boolean known =
                parts.size() == 3
                        && List.of("filled", "first-fill").contains(parts.get(0))
                        && List.of("written", "so-far").contains(parts.get(1))
                        && List.of("cancels", "releases").contains(parts.get(2));
        if (!known) {
            options.problem(
                    "--brackets: expected filled|first-fill,written|so-far,cancels|releases");
            return BackendSettings.usual().brackets();
        }
        return new BackendSettings.Brackets(
                parts.get(0).equals("filled")
                        ? BackendSettings.ChildActivation.PARENT_FILLED
                        : BackendSettings.ChildActivation.PARENT_FIRST_FILL,
                parts.get(1).equals("written")
                        ? BackendSettings.ChildSize.AS_WRITTEN
                        : BackendSettings.ChildSize.PARENT_FILLED_SO_FAR,
                parts.get(2).equals("cancels")
                        ? BackendSettings.ParentCancel.CANCELS_CHILDREN
                        : BackendSettings.ParentCancel.RELEASES_CHILDREN);
    }

    private Commission commission() {
        List<String> parts = options.list("commission", "1.0,0.005");
        if (parts.size() < 2) {
            options.problem(
                    "--commission: expected MIN,RATE[,FROM:RATE]... like 1.0,0.005 or 0.35,0.0035,300000:0.002");
            return BackendSettings.usual().commission();
        }
        List<Commission.Tier> tiers = new ArrayList<>();
        tiers.add(new Commission.Tier(0, options.decimalE8("commission", parts.get(1))));
        for (String tier : parts.subList(2, parts.size())) {
            int colon = tier.indexOf(':');
            long from = colon < 0 ? -1 : wholeOr(tier.substring(0, colon));
            if (from <= tiers.getLast().fromShares()) {
                options.problem(
                        "--commission: '"
                                + tier
                                + "' is no rate above the one before, like 300000:0.002");
            } else {
                tiers.add(
                        new Commission.Tier(
                                from, options.decimalE8("commission", tier.substring(colon + 1))));
            }
        }
        return new Commission(tiers, options.decimalE8("commission", parts.get(0)), 100);
    }

    private long[] latencyNanos() {
        List<String> parts = options.list("latency", "0,0,40");
        long[] nanos = new long[3];
        boolean sound = parts.size() == nanos.length;
        for (int i = 0; sound && i < nanos.length; i++) {
            long millis = wholeOr(parts.get(i));
            sound = millis >= 0 && millis <= MOST_LATENCY_MILLIS;
            nanos[i] = millis * NANOS_PER_MILLI;
        }
        if (!sound) {
            options.problem(
                    "--latency "
                            + String.join(",", parts)
                            + ": expected three whole numbers of milliseconds from 0 to 600000, like 0,0,40");
        }
        return nanos;
    }

    /** The whole number a text is, or −1. */
    private static long wholeOr(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    FrontSettings front() {
        FrontSettings usual = FrontSettings.usual();
        return new FrontSettings(
                (int) options.whole("server-version", 200, 151, 200),
                (int) options.whole("master-client-id", 0, -1, Integer.MAX_VALUE),
                options.flag("read-only"),
                usual.mostClients(),
                !reads("positive-binding"),
                reads("master-hears-errors"),
                !reads("filled-once"),
                timing(usual.timing()),
                new Readings(
                        reads("commissions-to-all"),
                        reads("zero-sees-manual"),
                        reads("own-executions-only"),
                        reads("locate-inactive"),
                        reads("preset-day")),
                (int) options.whole("lines", usual.mostLines(), 1, 1_000_000));
    }

    private FrontSettings.Timing timing(FrontSettings.Timing usual) {
        long ticks = options.whole("ticks", usual.ticksNanos() / NANOS_PER_MILLI, 1, 60_000);
        return new FrontSettings.Timing(
                ticks * NANOS_PER_MILLI,
                usual.profitNanos(),
                usual.barUpdateNanos(),
                usual.accountNanos(),
                usual.snapshotNanos());
    }

    MarketHabits habits() {
        MarketHabits usual = MarketHabits.usual();
        return new MarketHabits(
                (int) options.whole("halts", usual.haltsPerThousandDays(), 0, 90_000),
                (int) options.whole("gaps", usual.gapBasisPoints(), 0, 10_000),
                (int) options.whole("pace", usual.meanStepMillis(), 1, 60_000));
    }

    /** What may be shown of which symbol. */
    Map<String, DataRights.Right> rights() {
        Map<String, DataRights.Right> rights = new TreeMap<>();
        for (String text : options.list("rights", "")) {
            int colon = text.indexOf(':');
            String name = text.substring(colon + 1).toUpperCase(Locale.ROOT);
            boolean known = false;
            for (DataRights.Right right : DataRights.Right.values()) {
                if (colon > 0 && right.name().equals(name)) {
                    rights.put(text.substring(0, colon).toUpperCase(Locale.ROOT), right);
                    known = true;
                }
            }
            if (!known) {
                options.problem(
                        "--rights: '"
                                + text
                                + "' is none; right would be SYMBOL:live|delayed|none");
            }
        }
        return rights;
    }
}
