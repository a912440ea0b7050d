package dev.monger.core.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads typed values out of dotted keys and texts, and remembers every problem it meets. */
final class FieldReader {

    private final SortedMap<String, String> unread;
    private final List<FieldProblem> problems = new ArrayList<>();

    FieldReader(Map<String, String> fields) {
        unread = new TreeMap<>(fields);
    }

    List<FieldProblem> problems() {
        List<FieldProblem> all = new ArrayList<>(problems);
        unread.forEach((key, value) -> all.add(new FieldProblem(key, value, "no such field")));
        return all;
    }

    /** Builds a group; what its constructor refuses becomes a problem, told once. */
    <T extends @Nullable Object> T group(String name, T fallback, Supplier<T> built) {
        try {
            return built.get();
        } catch (FieldRefusedException refused) {
            problem(refused.problem());
        } catch (IllegalArgumentException refused) {
            problem(new FieldProblem(name, "", reason(refused)));
        }
        return fallback;
    }

    void problem(FieldProblem problem) {
        if (problems.stream().noneMatch(other -> other.key().equals(problem.key()))) {
            problems.add(problem);
        }
    }

    <T> T required(String key, T fallback, Function<String, T> read) {
        if (!unread.containsKey(key)) {
            problem(new FieldProblem(key, "", "missing: " + FieldCatalogue.kindOf(key).wanted()));
            return fallback;
        }
        return optional(key, fallback, read);
    }

    <T extends @Nullable Object> T optional(String key, T fallback, Function<String, T> read) {
        return optional(key, fallback, FieldCatalogue.kindOf(key).wanted(), read);
    }

    private <T extends @Nullable Object> T optional(
            String key, T fallback, String wanted, Function<String, T> read) {
        String text = unread.remove(key);
        if (text == null) {
            return fallback;
        }
        try {
            return read.apply(text.strip());
        } catch (IllegalArgumentException refused) {
            problem(new FieldProblem(key, text, wanted));
            return fallback;
        }
    }

    /** Takes a key that has keys of its own and may still be a single word. */
    void emptied(String key, String wanted) {
        optional(
                key,
                "",
                wanted,
                text -> {
                    if (!text.isEmpty() && !text.equals("none")) {
                        throw new IllegalArgumentException(text);
                    }
                    return text;
                });
    }

    /** Returns what stands between a prefix and a last part, each once, for all keys that do. */
    SortedSet<String> between(String prefix, List<String> lastParts) {
        SortedSet<String> found = new TreeSet<>();
        for (String key : unread.keySet()) {
            for (String last : lastParts) {
                String tail = "." + last;
                if (key.length() > prefix.length() + tail.length()
                        && key.startsWith(prefix)
                        && key.endsWith(tail)) {
                    found.add(key.substring(prefix.length(), key.length() - tail.length()));
                }
            }
        }
        return found;
    }

    boolean flag(String key, boolean fallback) {
        return optional(key, fallback, FieldReader::flagOf);
    }

    int number(String key, int fallback) {
        return optional(key, fallback, text -> bounded(key, Integer.parseInt(text)));
    }

    int millionths(String key, int fallback) {
        return optional(key, fallback, text -> bounded(key, FieldText.millionthsOf(text)));
    }

    Duration duration(String key, Duration fallback) {
        return optional(
                key,
                fallback,
                text -> {
                    Duration value = FieldText.durationOf(text);
                    Bounds.require(key, value);
                    return value;
                });
    }

    @Nullable Money money(String key, @Nullable Money fallback) {
        return this.<@Nullable Money>optional(
                key,
                fallback,
                text -> {
                    Money value = Money.of(text);
                    Bounds.require(key, value);
                    return value;
                });
    }

    Quantity quantity(String key, Quantity fallback) {
        return optional(key, fallback, FieldReader::quantityOf);
    }

    static Quantity quantityOf(String text) {
        Quantity value = Quantity.of(text);
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    @Nullable Target target(String key, @Nullable Target fallback) {
        return this.<@Nullable Target>optional(key, fallback, TargetText::read);
    }

    @Nullable DayTime time(String key, @Nullable DayTime fallback) {
        return this.<@Nullable DayTime>optional(key, fallback, DayTime::of);
    }

    <E extends Enum<E>> E word(String key, E fallback) {
        return optional(
                key,
                fallback,
                text -> {
                    for (E word : fallback.getDeclaringClass().getEnumConstants()) {
                        if (FieldText.word(word).equals(text)) {
                            return word;
                        }
                    }
                    throw new IllegalArgumentException(text);
                });
    }

    private static int bounded(String key, int value) {
        Bounds.require(key, value);
        return value;
    }

    private static String reason(IllegalArgumentException refused) {
        String message = refused.getMessage();
        return message == null ? "other values" : message.replace("Condition failed: ", "");
    }

    private static boolean flagOf(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
