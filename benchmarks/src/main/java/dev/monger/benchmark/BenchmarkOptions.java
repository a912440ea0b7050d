package dev.monger.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asked for.
 *
 * @param codec which of the codec's benchmarks, a run for each message
 * @param orders whether the way from a tick to the order it causes is measured
 * @param millis of one iteration
 * @param iterations to warm up, and as many to measure
 * @param jvm flags of the measured process
 * @param problems of the command line, in words
 */
record BenchmarkOptions(
        List<CodecBenchmark.Run> codec,
        boolean orders,
        int forks,
        int millis,
        int iterations,
        List<String> jvm,
        boolean help,
        List<String> problems) {

    static final String HELP =
            """
            usage: ./monger benchmark [NAME...] [options]

              NAME               decode, encode, stream (the codec) or order; all when none is given
              --kinds A,B        of the codec: only these messages, such as tickPrice,mix
              --forks N          processes per figure (1)
              --iterations N     to warm up, and as many to measure (5)
              --millis N         of one iteration (500)
              --c1               with the first compiler only, as the mongers of a local stack run

            Every figure stands beside a floor measured next to it: the codec's in the process right after, that of
            order in turn with it. Look at the ratio, since a machine that is busy all the while slows both alike;
            for figures to keep take a quiet one and --forks 3. Nothing passes or fails by time.
            """;

    private static final String ORDER = "order";
    private static final int MOST = 100_000;

    static BenchmarkOptions read(List<String> arguments) {
        Reader reader = new Reader(arguments);
        return reader.read();
    }

    private static final class Reader {
        private final List<String> arguments;
        private final List<String> names = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private List<String> kinds = List.of();
        private int forks = 1;
        private int millis = 500;
        private int iterations = 5;
        private boolean firstCompiler;
        private boolean help;

        Reader(List<String> arguments) {
            this.arguments = arguments;
        }

        BenchmarkOptions read() {
            for (int index = 0; index < arguments.size(); index++) {
                String next = index + 1 < arguments.size() ? arguments.get(index + 1) : null;
                index += take(arguments.get(index), next);
            }
            List<CodecBenchmark.Run> codec = codec();
            boolean orders = names.contains(ORDER) || (names.isEmpty() && kinds.isEmpty());
            List<String> jvm = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx256m"));
            if (firstCompiler) {
                jvm.add("-XX:TieredStopAtLevel=1");
            }
            return new BenchmarkOptions(
                    codec,
                    orders,
                    forks,
                    millis,
                    iterations,
                    List.copyOf(jvm),
                    help,
                    List.copyOf(problems));
        }

        private List<CodecBenchmark.Run> codec() {
            List<CodecBenchmark> wanted =
                    Arrays.stream(CodecBenchmark.values())
                            .filter(one -> names.isEmpty() || names.contains(one.word()))
                            .toList();
            for (String kind : kinds) {
                if (wanted.stream().noneMatch(one -> one.kinds().contains(kind))) {
                    problems.add("--kinds " + kind + ": " + expected(wanted));
                }
            }
            return wanted.stream().flatMap(one -> one.runs(kinds).stream()).toList();
        }

        private static String expected(List<CodecBenchmark> wanted) {
            if (wanted.isEmpty()) {
                return "only the codec's benchmarks have kinds, name one of them or leave it out";
            }
            return wanted.stream()
                    .map(one -> one.word() + " has " + String.join(", ", one.kinds()))
                    .collect(Collectors.joining("; "));
        }

        private int take(String argument, @Nullable String value) {
            switch (argument) {
                case "--help", "-h", "help" -> help = true;
                case "--c1" -> firstCompiler = true;
                case "--kinds" -> kinds(value);
                case "--forks" -> forks = number(argument, value);
                case "--iterations" -> iterations = number(argument, value);
                case "--millis" -> millis = number(argument, value);
                default -> name(argument);
            }
            return List.of("--help", "-h", "--c1").contains(argument) || !argument.startsWith("-")
                    ? 0
                    : 1;
        }

        private void name(String argument) {
            if (argument.startsWith("-")) {
                problems.add(argument + " is no option of the benchmarks, see --help");
            } else if (argument.equals(ORDER) || CodecBenchmark.words().contains(argument)) {
                names.add(argument);
            } else {
                problems.add(
                        "'"
                                + argument
                                + "' is none of "
                                + String.join(", ", CodecBenchmark.words())
                                + ", "
                                + ORDER);
            }
        }

        private void kinds(@Nullable String value) {
            if (value == null || value.isEmpty()) {
                problems.add("--kinds needs names of messages, such as tickPrice,mix");
            } else {
                kinds = List.of(value.split(",", -1));
            }
        }

        private int number(String option, @Nullable String value) {
            int number = numberOf(value == null ? "" : value);
            if (number < 1 || number > MOST) {
                problems.add(option + " " + value + ": expected a whole number from 1 to " + MOST);
                return 1;
            }
            return number;
        }

        /** Returns 0 for what is no number. */
        private static int numberOf(String text) {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException notANumber) {
                return 0;
            }
        }
    }
}
