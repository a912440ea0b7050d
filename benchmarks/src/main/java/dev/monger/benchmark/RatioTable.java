package dev.monger.benchmark;

import dev.monger.benchmark.codec.Samples;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * Figures beside their floors, as a table of Markdown: for one message, the median over batches of
 * {@link Samples#COUNT}, which a machine that is busy with other work disturbs least.
 */
final class RatioTable {

    private static final String FLOOR = "floor";
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private record Figure(double nanos, double bytes) {}

    private RatioTable() {}

    static String of(Collection<RunResult> results, BenchmarkOptions options) {
        Map<String, Map<String, Figure>> rows = new TreeMap<>();
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark();
            String group = name.substring(0, name.lastIndexOf('.'));
            String method = name.substring(name.lastIndexOf('.') + 1);
            String row =
                    group.substring(group.lastIndexOf('.') + 1).replace("Benchmark", "")
                            + " "
                            + result.getParams().getParam("kind");
            rows.computeIfAbsent(row, key -> new TreeMap<>()).put(method, figure(result));
        }
        StringBuilder table = new StringBuilder(256);
        table.append(Conditions.text(options)).append("\n\n");
        table.append("| what | ns | floor ns | ratio | bytes allocated |\n");
        table.append("|---|---:|---:|---:|---:|\n");
        rows.forEach((row, figures) -> append(table, row, figures));
        return table.toString();
    }

    private static Figure figure(RunResult result) {
        Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
        return new Figure(
                result.getPrimaryResult().getStatistics().getPercentile(50) / Samples.COUNT,
                allocated == null ? Double.NaN : allocated.getScore() / Samples.COUNT);
    }

    private static void append(StringBuilder table, String row, Map<String, Figure> figures) {
        Figure floor = figures.get(FLOOR);
        figures.forEach((method, figure) -> {
            if (method.equals(FLOOR)) {
                return;
            }
            table.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %.1f | %s | %s | %.0f |%n",
                            row,
                            figure.nanos(),
                            floor == null ? "-" : String.format(Locale.ROOT, "%.1f", floor.nanos()),
                            floor == null
                                    ? "-"
                                    : String.format(
                                            Locale.ROOT, "%.2f", figure.nanos() / floor.nanos()),
                            figure.bytes()));
        });
    }
}
