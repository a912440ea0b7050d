package dev.monger.benchmark;

import dev.monger.benchmark.codec.Samples;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * Figures beside their floors, as a table of Markdown: for one message, the median over batches of
 * {@link Samples#COUNT}, which a machine that is busy with other work disturbs least.
 */
final class RatioTable {

    private static final String FLOOR = "floor";
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private static final double MEDIAN = 50;

    /**
     * One figure: what was done for which messages, or its floor.
     *
     * @param row both of a pair have the same
     */
    record Figure(String row, boolean isFloor, double nanos, double bytes) {}

    private RatioTable() {}

    static String of(Collection<RunResult> results, String conditions) {
        return text(results.stream().map(RatioTable::figure).toList(), conditions);
    }

    private static Figure figure(RunResult result) {
        String name = result.getParams().getBenchmark();
        int method = name.lastIndexOf('.');
        String type = name.substring(name.lastIndexOf('.', method - 1) + 1, method);
        Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
        return new Figure(
                type.replace("Benchmark", "") + " " + result.getParams().getParam("kind"),
                name.substring(method + 1).equals(FLOOR),
                result.getPrimaryResult().getStatistics().getPercentile(MEDIAN) / Samples.COUNT,
                allocated == null ? Double.NaN : allocated.getScore() / Samples.COUNT);
    }

    /** A row for each figure that has its floor beside it, in the order they were measured in. */
    static String text(List<Figure> figures, String conditions) {
        StringBuilder table = new StringBuilder(256);
        table.append(conditions).append("\n\n");
        table.append("| what | ns | floor ns | ratio | bytes allocated |\n");
        table.append("|---|---:|---:|---:|---:|\n");
        for (Figure figure : figures) {
            if (!figure.isFloor()) {
                append(table, figure, floorOf(figure, figures));
            }
        }
        return table.toString();
    }

    private static Figure floorOf(Figure figure, List<Figure> figures) {
        return figures.stream()
                .filter(other -> other.isFloor() && other.row().equals(figure.row()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("Invariant: a floor for " + figure.row()));
    }

    private static void append(StringBuilder table, Figure figure, Figure floor) {
        table.append(
                String.format(
                        Locale.ROOT,
                        "| %s | %.1f | %.1f | %.2f | %.0f |%n",
                        figure.row(),
                        figure.nanos(),
                        floor.nanos(),
                        figure.nanos() / floor.nanos(),
                        figure.bytes()));
    }
}
