package dev.monger.core.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads typed values out of dotted keys and texts, and remembers every problem it meets. */
final class FieldReader {

    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

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

    /** Builds a group; what its constructor refuses becomes a problem of the group. */
    <T> T group(String name, T fallback, Supplier<T> built) {
        try {
            return built.get();
        } catch (IllegalArgumentException refused) {
            problems.add(new FieldProblem(name, "", reason(refused)));
            return fallback;
        }
    }

    <T> T required(String key, T fallback, String wanted, Function<String, T> read) {
        if (!unread.containsKey(key)) {
            problems.add(new FieldProblem(key, "", "missing: " + wanted));
            return fallback;
        }
        return optional(key, fallback, wanted, read);
    }

    <T extends @Nullable Object> T optional(
            String key, T fallback, String wanted, Function<String, T> read) {
        String text = unread.remove(key);
        if (text == null) {
            return fallback;
        }
        try {
            return read.apply(text.strip());
        } catch (IllegalArgumentException refused) {
            problems.add(new FieldProblem(key, text, wanted));
            return fallback;
        }
    }

    boolean flag(String key, boolean fallback) {
        return optional(key, fallback, "true or false", FieldReader::flagOf);
    }

    int number(String key, int fallback) {
        return optional(key, fallback, "a whole number", Integer::valueOf);
    }

    int millionths(String key, int fallback) {
        return optional(key, fallback, "a fraction such as 0.6, or 60%", FieldReader::millionthsOf);
    }

    Duration duration(String key, Duration fallback) {
        return optional(
                key, fallback, "a duration such as 20s, 5m, 1h or PT20S", FieldReader::durationOf);
    }

    <E extends Enum<E>> E word(String key, E fallback) {
        E[] words = fallback.getDeclaringClass().getEnumConstants();
        List<String> names = new ArrayList<>();
        for (E word : words) {
            names.add(word.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return optional(
                key,
                fallback,
                "one of " + String.join(", ", names),
                text -> {
                    int index = names.indexOf(text.toLowerCase(Locale.ROOT).replace('_', '-'));
                    if (index < 0) {
                        throw new IllegalArgumentException(text);
                    }
                    return words[index];
                });
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

    static int millionthsOf(String text) {
        boolean percent = text.endsWith("%");
        BigDecimal number = new BigDecimal(percent ? text.substring(0, text.length() - 1) : text);
        try {
            return number.scaleByPowerOfTen(percent ? 4 : 6).intValueExact();
        } catch (ArithmeticException refused) {
            throw new IllegalArgumentException(text, refused);
        }
    }

    static Duration durationOf(String text) {
        Matcher matcher = SHORT_DURATION.matcher(text);
        if (matcher.matches()) {
            long amount = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                default -> Duration.ofHours(amount);
            };
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException refused) {
            throw new IllegalArgumentException(text, refused);
        }
    }
}
