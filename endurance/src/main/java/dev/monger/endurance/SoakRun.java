package dev.monger.endurance;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The clients at work: what was measured meanwhile, and what it amounts to. */
final class SoakRun {

    private static final int WINDOWS = 40;
    private static final int SHORTEST_WINDOW_SECONDS = 3;
    private static final long TICK_MILLIS = 250;
    private static final String SIMULATOR = "simulator";

    private final SoakSettings settings;
    private final List<SoakClient> clients;
    private final List<SoakWindow> windows = new ArrayList<>();
    private long updates;
    private long ticks;
    private long workNanos;
    private long tookNanos;

    SoakRun(SoakSettings settings, List<SoakClient> clients) {
        this.settings = settings;
        this.clients = clients;
    }

    /** Lets the clients work; false when it was interrupted. */
    boolean go(Course course) throws InterruptedException {
        int between = Math.max(SHORTEST_WINDOW_SECONDS, settings.seconds() / WINDOWS);
        long began = System.nanoTime();
        long updatesBefore = sum(SoakClient::updates);
        long ticksBefore = sum(SoakClient::ticks);
        long workBefore = workNanos();
        int second = 0;
        while (second < settings.seconds() && course.goesOn() && !isBroken()) {
            course.progress().at(second, settings.seconds());
            course.pause(TICK_MILLIS);
            second = (int) TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
            if (second >= between * (windows.size() + 1)) {
                SoakWindow window = SoakWindow.now(second, orders());
                windows.add(window);
                course.progress().say(window.toString());
            }
        }
        tookNanos = System.nanoTime() - began;
        updates = sum(SoakClient::updates) - updatesBefore;
        ticks = sum(SoakClient::ticks) - ticksBefore;
        workNanos = workNanos() - workBefore;
        return course.goesOn();
    }

    private boolean isBroken() {
        return clients.stream().anyMatch(SoakClient::isOver);
    }

    private interface Figure {
        long of(SoakClient client);
    }

    private long sum(Figure figure) {
        return clients.stream().mapToLong(figure::of).sum();
    }

    private long orders() {
        return sum(client -> client.orders().size());
    }

    /** Processor time of the simulator's one thread. */
    private static long workNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(info -> info != null && info.getThreadName().equals(SIMULATOR))
                .mapToLong(info -> threads.getThreadCpuTime(info.getThreadId()))
                .sum();
    }

    /** Writes down what was found. */
    void judge(Page page, SoakBooks books, boolean flowed, boolean quiet) {
        load(flowed).failures().forEach(failure -> page.addFailure("load", failure));
        clients.forEach(
                client -> client.failures().forEach(failure -> page.addFailure("told", failure)));
        if (!quiet) {
            page.addFailure("told", "some orders have not come to their end");
        }
        books.differences(clients).forEach(failure -> page.addFailure("books", failure));
        SoakGrowth growth = new SoakGrowth(windows);
        growth.failures().forEach(failure -> page.addFailure("growth", failure));
        page.put("figures", String.join("\n", figures(books, growth)));
    }

    private SoakLoad load(boolean flowed) {
        return new SoakLoad(settings, flowed, updates, tookNanos);
    }

    private List<String> figures(SoakBooks books, SoakGrowth growth) {
        double seconds = tookNanos / 1e9;
        List<String> figures = new ArrayList<>();
        figures.add(settings.toString());
        figures.add(
                String.format(
                        Locale.ROOT,
                        "%,.0f updates a second in all, %.1f of each line; %,.0f ticks a second;"
                                + " %,d ticks gave way to later ones in what a client read late",
                        updates / seconds,
                        load(true).updatesOfALine(),
                        ticks / seconds,
                        sum(SoakClient::gaveWay)));
        figures.add(
                String.format(
                        Locale.ROOT,
                        "the simulator's thread was at work for %.0f %% of a processor",
                        100.0 * workNanos / tookNanos));
        figures.add(answers());
        figures.add(books.figures());
        figures.add(growth.figures());
        windows.stream()
                .filter(window -> windows.indexOf(window) % 8 == 7)
                .forEach(window -> figures.add(window.toString()));
        return figures;
    }

    private String answers() {
        long[] nanos =
                clients.stream()
                        .flatMap(client -> client.orders().values().stream())
                        .mapToLong(SoakOrder::answerNanos)
                        .filter(answer -> answer > 0)
                        .sorted()
                        .toArray();
        if (nanos.length == 0) {
            return "no order was answered";
        }
        return String.format(
                Locale.ROOT,
                "an order's first word after %.1f ms at the median, %.1f ms at 99 %%, %.1f ms at most",
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }
}
