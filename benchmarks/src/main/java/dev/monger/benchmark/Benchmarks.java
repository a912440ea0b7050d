package dev.monger.benchmark;

import dev.monger.benchmark.order.TickToOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks that are named, or all of them, and prints a table of ratios. */
public final class Benchmarks {

    private static final int WRONG_USAGE = 2;

    private Benchmarks() {}

    /** Runs; exits with 2 when the arguments cannot be used. */
    public static void main(String[] arguments)
            throws RunnerException, IOException, InterruptedException {
        BenchmarkOptions options = BenchmarkOptions.read(List.of(arguments));
        if (options.help()) {
            System.out.print(BenchmarkOptions.HELP);
            return;
        }
        if (!options.problems().isEmpty()) {
            options.problems().forEach(System.err::println);
            System.exit(WRONG_USAGE);
        }
        List<RunResult> results = new ArrayList<>();
        for (CodecBenchmark.Run run : options.codec()) {
            results.addAll(new Runner(jmh(options, run).build()).run());
        }
        if (!results.isEmpty()) {
            System.out.println();
            System.out.print(RatioTable.of(results, Conditions.text(options)));
        }
        if (options.orders()) {
            System.out.println();
            System.out.println(Conditions.machine(options));
            System.out.println();
            System.exit(orders(options));
        }
    }

    /** In a process of its own, as the other figures are. */
    private static int orders(BenchmarkOptions options) throws IOException, InterruptedException {
        Path journal = Files.createTempDirectory("monger-benchmark");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString()));
        command.addAll(options.jvm());
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        TickToOrder.class.getName(),
                        journal.toString()));
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } finally {
            Files.deleteIfExists(journal.resolve(TickToOrder.JOURNAL));
            Files.deleteIfExists(journal);
        }
    }

    private static ChainedOptionsBuilder jmh(BenchmarkOptions options, CodecBenchmark.Run run) {
        TimeValue second = TimeValue.milliseconds(options.millis());
        return new OptionsBuilder()
                .include(run.include())
                .param("kind", run.kind())
                .forks(options.forks())
                .warmupIterations(options.iterations())
                .warmupTime(second)
                .measurementIterations(options.iterations())
                .measurementTime(second)
                .jvmArgs(options.jvm().toArray(String[]::new))
                .addProfiler(GCProfiler.class);
    }
}
