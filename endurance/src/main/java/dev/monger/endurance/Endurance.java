package dev.monger.endurance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs what takes too long for a build. */
public final class Endurance {

    private static final int FOUND = 1;
    private static final int WRONG_USAGE = 2;
    private static final int STOPPED = 3;
    private static final long SECONDS_TO_END = 60;

    private final EnduranceOptions options;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private Endurance(EnduranceOptions options) {
        this.options = options;
    }

    /** Runs what is named, or everything. */
    public static void main(String[] words) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("monger.home", ""));
        EnduranceOptions options = EnduranceOptions.read(home, List.of(words));
        if (options.help()) {
            System.out.print(EnduranceOptions.HELP);
            return;
        }
        if (!options.problems().isEmpty()) {
            options.problems().forEach(System.err::println);
            System.exit(WRONG_USAGE);
        }
        Endurance endurance = new Endurance(options);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(endurance::interrupt));
        int code;
        try {
            code = endurance.run();
        } finally {
            endurance.ended.countDown();
        }
        System.exit(code);
    }

    /** Ctrl-C: lets the step that is under way end, and what was done be kept. */
    private void interrupt() {
        stop.countDown();
        try {
            var _ = ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private int run() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(options.state());
        Report report =
                new Report(
                        folder.resolve("report.md"),
                        System.getProperty("monger.program", "unknown"));
        int code = 0;
        for (Trials.Kind kind : Trials.of(options)) {
            if (options.names().contains(kind.name()) && stop.getCount() > 0) {
                Verdict verdict = run(kind, folder, report);
                code = Math.max(code, verdict.done() ? 0 : STOPPED);
                code = verdict.failures().isEmpty() ? code : FOUND;
            }
        }
        return code;
    }

    private Verdict run(Trials.Kind kind, Path folder, Report report)
            throws IOException, InterruptedException {
        Page page = Page.open(folder.resolve(kind.name() + ".properties"));
        if (options.again()) {
            page.beginAnew();
        }
        Progress progress = new Progress(System.out, System::nanoTime, kind.unit());
        progress.say(kind.name() + ": " + kind.what());
        long began = System.nanoTime();
        Verdict verdict = kind.trial().run(new Course(page, progress, stop, folder));
        progress.say(report.add(kind.name(), verdict, Duration.ofNanos(System.nanoTime() - began)));
        return verdict;
    }
}
