package dev.monger.endurance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The command line, read; all problems are reported together. */
final class EnduranceOptions {

    static final String HELP =
            """
            usage: ./monger endurance [fuzz|soak|seeds...] [options]

            What takes too long for a build, run for evidence. Stop it with Ctrl-C at any moment: what was done is
            kept, and the next run goes on. What was found is added to report.md in the state's folder.

              fuzz              broken frames for the decoders of both roles and for sessions
                --frames N        how many (5000000)
              soak              many clients at one simulator over loopback; 10 minutes, not resumed in the middle
                --clients N       how many (32)
                --lines N         instruments each of them watches (100)
                --updates N       of each line, in a second (20)
                --orders N        each of them places, in a minute (90)
                --seconds N       how long (600)
              seeds             hostile days of the fleet from seeds nobody has looked at
                --seeds N         how many (10000)
                --from S          the first of them (40000000)
                --threads N       at once (the processors there are)
              --state DIR       where the state is kept (.monger/endurance)
              --again           begin the named kinds anew; fuzz goes on with seeds it has not used
              --help            this text

            Without a name all of them run, one after the other. Exit code 0 when nothing was found, 1 when something
            was, 2 when the command line cannot be used, 3 when it was stopped before its end.
            """;

    private static final List<String> NAMES = List.of("fuzz", "soak", "seeds");

    private final Map<String, Long> numbers = new TreeMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private Path state;
    private boolean again;
    private boolean help;

    private EnduranceOptions(Path home) {
        state = home.resolve(".monger").resolve("endurance");
        numbers.put("frames", 5_000_000L);
        numbers.put("clients", 32L);
        numbers.put("lines", 100L);
        numbers.put("updates", 20L);
        numbers.put("orders", 90L);
        numbers.put("seconds", 600L);
        numbers.put("seeds", 10_000L);
        numbers.put("from", 40_000_000L);
        numbers.put("threads", (long) Runtime.getRuntime().availableProcessors());
    }

    /** Reads the words of a command line; the state's usual folder is in the program's home. */
    static EnduranceOptions read(Path home, List<String> words) {
        EnduranceOptions options = new EnduranceOptions(home);
        for (int index = 0; index < words.size(); index++) {
            String next = index + 1 < words.size() ? words.get(index + 1) : null;
            index += options.take(words.get(index), next);
        }
        return options;
    }

    /** Returns how many further words were taken. */
    private int take(String word, @Nullable String next) {
        switch (word) {
            case "--help", "-h", "help" -> help = true;
            case "--again" -> again = true;
            case "--state" -> {
                if (next == null) {
                    problems.add("--state needs a folder");
                } else {
                    state = Path.of(next);
                }
                return 1;
            }
            default -> {
                if (word.startsWith("--") && numbers.containsKey(word.substring(2))) {
                    number(word.substring(2), next);
                    return 1;
                }
                name(word);
            }
        }
        return 0;
    }

    private void name(String word) {
        if (NAMES.contains(word)) {
            names.add(word);
        } else {
            problems.add(
                    "'"
                            + word
                            + "' is neither an option, see --help, nor one of "
                            + String.join(", ", NAMES));
        }
    }

    private void number(String name, @Nullable String text) {
        long number = numberOf(text == null ? "" : text);
        if (number > 0) {
            numbers.put(name, number);
        } else {
            problems.add("--" + name + " " + text + ": expected a whole number above 0");
        }
    }

    /** Returns 0 for what is no number. */
    private static long numberOf(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notOne) {
            return 0;
        }
    }

    long number(String name) {
        return numbers.getOrDefault(name, 0L);
    }

    /** Returns what is to run, all when nothing was named. */
    List<String> names() {
        return names.isEmpty() ? NAMES : names;
    }

    Path state() {
        return state;
    }

    boolean again() {
        return again;
    }

    boolean help() {
        return help;
    }

    List<String> problems() {
        return problems;
    }
}
