package dev.monger.benchmark;

import dev.monger.benchmark.order.TickToOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asked for.
 *
 * @param include which of the codec's benchmarks, as a regular expression; empty for none
 * @param orders whether the way from a tick to the order it causes is measured
 * @param kinds which messages, all when empty
 * @param millis of one iteration
 * @param iterations to warm up, and as many to measure
 * @param jvm flags of the measured process
 * @param problems of the command line, in words
 */
record BenchmarkOptions(
        String include,
        boolean orders,
        List<String> kinds,
        int forks,
        int millis,
        int iterations,
        List<String> jvm,
        boolean help,
        List<String> problems) {

    static final String HELP =
            """
            usage: ./monger benchmark [NAME...] [options]

              NAME               decode, encode, stream, order, or a part of a benchmark's name; all when none is given
              --kinds A,B        of the codec: only these messages, such as tickPrice,mix
              --forks N          processes per figure (1)
              --iterations N     to warm up, and as many to measure (5)
              --millis N         of one iteration (500)
              --c1               with the first compiler only, as the mongers of a local stack run

            Every figure stands beside a floor measured in the same run; look at the ratio, since a busy machine
            slows both alike. Nothing passes or fails by time.
            """;

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
            List<String> ofCodec = names.stream().filter(name -> !isOrder(name)).toList();
            String include =
                    names.isEmpty()
                            ? ".*"
                            : ofCodec.isEmpty()
                                    ? ""
                                    : "(?i).*(" + String.join("|", ofCodec) + ").*";
            boolean orders = names.isEmpty() || ofCodec.size() < names.size();
            List<String> jvm = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx256m"));
            if (firstCompiler) {
                jvm.add("-XX:TieredStopAtLevel=1");
            }
            return new BenchmarkOptions(
                    include,
                    orders,
                    kinds,
                    forks,
                    millis,
                    iterations,
                    jvm,
                    help,
                    List.copyOf(problems));
        }

        private static boolean isOrder(String name) {
            return TickToOrder.class.getSimpleName().equalsIgnoreCase(name)
                    || name.equalsIgnoreCase("order");
        }

        private int take(String argument, @Nullable String value) {
            switch (argument) {
                case "--help", "-h" -> help = true;
                case "--c1" -> firstCompiler = true;
                case "--kinds" -> kinds = value == null ? List.of() : List.of(value.split(",", -1));
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
            } else if (!argument.matches("[A-Za-z.]+")) {
                problems.add("'" + argument + "' is no name: letters only, such as decode");
            } else {
                names.add(argument);
            }
        }

        private int number(String option, @Nullable String value) {
            try {
                int number = Integer.parseInt(value == null ? "" : value);
                if (number >= 1 && number <= MOST) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                problems.add(option + " " + value + ": expected a whole number from 1 to " + MOST);
                return 1;
            }
            problems.add(option + " " + value + ": expected a whole number from 1 to " + MOST);
            return 1;
        }
    }
}
