package dev.monger.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Under what a run was measured; without it a figure says nothing. */
final class Conditions {

    private Conditions() {}

    static String text(BenchmarkOptions options) {
        return machine(options)
                + String.format(
                        Locale.ROOT,
                        "; %d forks, %d + %d iterations of %d ms",
                        options.forks(),
                        options.iterations(),
                        options.iterations(),
                        options.millis());
    }

    /** The machine and the flags alone. */
    static String machine(BenchmarkOptions options) {
        return String.format(
                Locale.ROOT,
                "Java %s, %s, %d processors, load %.1f; %s",
                Runtime.version(),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                String.join(" ", options.jvm()));
    }
}
