package dev.monger.endurance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * Whether anything grew. The first quarter of the windows is left out, as everything is still being
 * warmed up; of the others the later half is compared with the earlier one. What the broker's books
 * keep of each order and execution is no leak, but it is bounded too.
 */
final class SoakGrowth {

    /** An order with its executions, in the broker's books and the client's. */
    private static final long MOST_BYTES_OF_AN_ORDER = 6 * 1024;

    private static final long MOST_OTHER_HEAP = 8 << 20;
    private static final long MOST_BUFFERS = 4 << 20;
    private static final int FEWEST_WINDOWS = 8;

    private final List<SoakWindow> earlier;
    private final List<SoakWindow> later;

    SoakGrowth(List<SoakWindow> windows) {
        int warm = windows.size() / 4;
        int middle = warm + (windows.size() - warm) / 2;
        earlier = windows.subList(warm, middle);
        later = windows.subList(middle, windows.size());
    }

    private boolean isTold() {
        return earlier.size() + later.size() >= FEWEST_WINDOWS * 3 / 4;
    }

    private long grown(ToLongFunction<SoakWindow> figure) {
        return mean(later, figure) - mean(earlier, figure);
    }

    private static long mean(List<SoakWindow> windows, ToLongFunction<SoakWindow> figure) {
        return Math.round(windows.stream().mapToLong(figure).average().orElse(0));
    }

    List<String> failures() {
        if (!isTold()) {
            return List.of();
        }
        List<String> failures = new ArrayList<>();
        long allowed = MOST_OTHER_HEAP + MOST_BYTES_OF_AN_ORDER * grown(SoakWindow::orders);
        if (grown(SoakWindow::heapBytes) > allowed) {
            failures.add(
                    "the heap grew by "
                            + grown(SoakWindow::heapBytes)
                            + " bytes, more than "
                            + allowed);
        }
        if (grown(SoakWindow::bufferBytes) > MOST_BUFFERS) {
            failures.add("buffers grew by " + grown(SoakWindow::bufferBytes) + " bytes");
        }
        if (grown(SoakWindow::files) > 0) {
            failures.add("open files grew by " + grown(SoakWindow::files));
        }
        return failures;
    }

    String figures() {
        return String.format(
                Locale.ROOT,
                "from the earlier to the later half the heap grew by %.1f MiB with %,d orders more,"
                        + " buffers by %.2f MiB, open files by %d",
                grown(SoakWindow::heapBytes) / 1048576.0,
                grown(SoakWindow::orders),
                grown(SoakWindow::bufferBytes) / 1048576.0,
                grown(SoakWindow::files));
    }
}
