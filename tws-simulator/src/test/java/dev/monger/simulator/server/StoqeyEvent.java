package dev.monger.simulator.server;

import dev.monger.tws.message.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An event of {@code @stoqey/ib}: a name and its arguments, as the test expects them or as the
 * script printed them.
 *
 * @param name the event's name
 * @param arguments texts, numbers, truths, maps and lists; null where nothing is said
 */
record StoqeyEvent(String name, List<@Nullable Object> arguments) {

    static StoqeyEvent of(String name, @Nullable Object... arguments) {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object argument : arguments) {
            list.add(argument);
        }
        return new StoqeyEvent(name, list);
    }

    /** A number on the wire, which is nothing when it is unset. */
    static @Nullable Object number(long valueE8) {
        return valueE8 == Decimals.UNSET ? null : BigDecimal.valueOf(valueE8, 8);
    }

    /** A whole number, which is nothing when it is the largest one. */
    static @Nullable Object whole(long value) {
        return value == Integer.MAX_VALUE ? null : BigDecimal.valueOf(value);
    }

    /** What differs between what was expected and what was printed; empty when nothing does. */
    static List<String> differences(StoqeyEvent expected, Map<?, ?> printed) {
        List<String> differences = new ArrayList<>();
        if (!expected.name().equals(printed.get("event"))) {
            differences.add("expected " + expected + ", was " + printed);
            return differences;
        }
        compare(expected.name(), expected.arguments(), printed.get("arguments"), differences);
        return differences;
    }

    private static void compare(
            String where,
            @Nullable Object expected,
            @Nullable Object printed,
            List<String> differences) {
        switch (expected) {
            case Map<?, ?> map when printed instanceof Map<?, ?> other ->
                    compare(where, map, other, differences);
            case List<?> list when printed instanceof List<?> other -> {
                if (list.size() != other.size()) {
                    differences.add(where + ": expected " + list + ", was " + other);
                    return;
                }
                for (int i = 0; i < list.size(); i++) {
                    compare(where + "[" + i + "]", list.get(i), other.get(i), differences);
                }
            }
            case null, default -> {
                if (!isSame(expected, printed)) {
                    differences.add(where + ": expected " + expected + ", was " + printed);
                }
            }
        }
    }

    private static void compare(
            String where, Map<?, ?> expected, Map<?, ?> printed, List<String> differences) {
        TreeSet<String> names = new TreeSet<>();
        expected.keySet().forEach(name -> names.add(String.valueOf(name)));
        printed.keySet().forEach(name -> names.add(String.valueOf(name)));
        for (String name : names) {
            // JSON leaves out what is not said.
            Object wanted = expected.get(name);
            boolean unsaid = wanted == null && !printed.containsKey(name);
            if (!unsaid) {
                compare(where + "." + name, wanted, printed.get(name), differences);
            }
        }
    }

    private static boolean isSame(@Nullable Object expected, @Nullable Object printed) {
        if (expected == null) {
            return printed == null || printed.equals("null");
        }
        if (!(printed instanceof String text)) {
            return false;
        }
        return switch (expected) {
            case BigDecimal number -> isNumber(text) && number.compareTo(new BigDecimal(text)) == 0;
            case Boolean truth -> text.equals(truth.toString());
            default -> text.equals(expected);
        };
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    }
}
