package dev.monger.launcher;

import dev.monger.fleet.workload.Coverage;
import dev.monger.fleet.workload.Outcome;
import dev.monger.fleet.workload.Performance;
import dev.monger.fleet.workload.RequiredCoverage;
import dev.monger.fleet.workload.Script;
import dev.monger.fleet.workload.ScriptWriter;
import dev.monger.launcher.simulation.Failures;
import dev.monger.launcher.simulation.Trial;
import dev.monger.launcher.simulation.Workers;
import dev.monger.launcher.stack.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays stories of the simulated fleet in which everything may go wrong that can. */
@Command(
        name = "simulate",
        description =
                "Plays the whole fleet against a hostile world, one story for each seed, and looks"
                        + " at every invariant at every step.",
        mixinStandardHelpOptions = true,
        footer =
                "Exit code 0 when nothing was wrong, 1 when an invariant was broken or, from 2000"
                        + " seeds on, something never took effect.")
final class SimulateCommand implements Callable<Integer> {

    private static final double SECOND_NANOS = 1e9;
    private static final long PROGRESS_NANOS = 5_000_000_000L;
    private static final int MOST_KEPT = 5;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--seeds", paramLabel = "N", description = "how many (100)")
    private long seeds = 100;

    @Option(names = "--from", paramLabel = "S", description = "the first of them (1)")
    private long from = 1;

    @Option(names = "--story", description = "tell each story: time, who, what")
    private boolean story;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "how many threads; as many as there are processors when not given")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Option(names = "--script", paramLabel = "FILE", description = "play this kept story instead")
    private @Nullable Path script;

    @Option(
            names = "--keep",
            paramLabel = "FOLDER",
            description = "where failing stories are kept, made short (target/simulation)")
    private Path keep = Path.of("target", "simulation");

    private final Coverage coverage = new Coverage();
    private final List<Trial> failed = new ArrayList<>();
    private long played;
    private long steps;
    private long toldNanos;

    @Override
    public Integer call() throws Refusal, IOException, InterruptedException {
        if (seeds < 1 || workers < 1) {
            throw new Refusal(
                    Refusal.BAD_INPUT,
                    "--seeds " + seeds + ", --workers " + workers + ": at least 1 of each");
        }
        Path file = script;
        if (file != null) {
            return told(read(file)) ? 0 : Refusal.RESIDUAL;
        }
        return story ? stories() : many();
    }

    private static Script read(Path file) throws Refusal, IOException {
        try {
            return Script.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(Refusal.BAD_INPUT, file + ": " + malformed.getMessage(), malformed);
        }
    }

    private int stories() {
        boolean good = true;
        for (long seed = from; seed < from + seeds; seed++) {
            good &= told(ScriptWriter.write(seed));
        }
        return good ? 0 : Refusal.RESIDUAL;
    }

    private boolean told(Script told) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(told.text());
        Outcome outcome = Performance.play(told, true);
        outcome.lines().forEach(out::println);
        outcome.violations()
                .forEach(found ->
                        out.printf(
                                Locale.ROOT,
                                "%9.3f  %-12s %s%n",
                                found.atNanos() / SECOND_NANOS,
                                "BROKEN",
                                found));
        out.println(outcome.good() ? "every invariant held" : "an invariant was broken");
        out.flush();
        return outcome.good();
    }

    private int many() throws IOException, InterruptedException {
        long start = System.nanoTime();
        toldNanos = start;
        Workers all = new Workers(from, seeds, trial -> ended(trial, start));
        all.play(workers);
        summary(start, all.processorNanos());
        keepFailures();
        List<String> missing =
                seeds < RequiredCoverage.SEEDS ? List.of() : RequiredCoverage.missing(coverage);
        missing.forEach(name -> out("never took effect: " + name));
        return failed.isEmpty() && missing.isEmpty() ? 0 : Refusal.RESIDUAL;
    }

    private void ended(Trial trial, long start) {
        played++;
        steps += trial.outcome().steps();
        coverage.add(trial.outcome().coverage());
        if (!trial.outcome().good()) {
            failed.add(trial);
            out("seed " + trial.seed() + ": " + trial.outcome().violations().getFirst());
        }
        long now = System.nanoTime();
        if (now - toldNanos >= PROGRESS_NANOS) {
            toldNanos = now;
            double seconds = (now - start) / SECOND_NANOS;
            out(
                    String.format(
                            Locale.ROOT,
                            "%d of %d seeds, %.1f seeds/s, %d failed",
                            played,
                            seeds,
                            played / seconds,
                            failed.size()));
        }
    }

    private void summary(long start, long processorNanos) {
        coverage.counts()
                .forEach((what, times) -> out(String.format(Locale.ROOT, "%10d  %s", times, what)));
        double seconds = (System.nanoTime() - start) / SECOND_NANOS;
        out(
                String.format(
                        Locale.ROOT,
                        "%d seeds, %d steps, %d failed; %.1f s, %.1f seeds/s, %.1f seeds in a second of one processor; commit %s",
                        played,
                        steps,
                        failed.size(),
                        seconds,
                        played / seconds,
                        played / (processorNanos / SECOND_NANOS),
                        commit()));
    }

    private void keepFailures() throws IOException {
        Failures failures = new Failures(keep, commit());
        for (Trial trial : failed.subList(0, Math.min(MOST_KEPT, failed.size()))) {
            out("seed " + trial.seed() + " is kept, made short, in " + failures.keep(trial));
        }
    }

    private static String commit() {
        return System.getProperty("monger.commit", "unknown");
    }

    private void out(String line) {
        spec.commandLine().getOut().println(line);
    }
}
