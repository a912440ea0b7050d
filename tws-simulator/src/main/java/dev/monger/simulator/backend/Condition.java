package dev.monger.simulator.backend;

import java.util.ArrayList;
import java.util.List;

/** What must hold in the market or the account before an order works. */
public sealed interface Condition {

    /** How it joins the next one: true for "and", false for "or". */
    boolean and();

    /**
     * A price at or beyond a level.
     *
     * @param isMore at or above, else at or below
     * @param priceE8 the level, units of 1e-8
     * @param conId whose price
     * @param triggerMethod which price, as with stops
     */
    record Price(boolean and, boolean isMore, long priceE8, int conId, int triggerMethod)
            implements Condition {}

    /** A moment reached, or not yet reached; nanoseconds since the Unix epoch. */
    record Time(boolean and, boolean isMore, long nanos) implements Condition {}

    /** The share of equity that no position needs, in per cent. */
    record Margin(boolean and, boolean isMore, int percent) implements Condition {}

    /** A trade of the account in a symbol, since the order was placed. */
    record Execution(boolean and, String symbol) implements Condition {}

    /** The shares an instrument traded today. */
    record Volume(boolean and, boolean isMore, long shares, int conId) implements Condition {}

    /** The change of a price against the last close, in per cent of 1e-8. */
    record PercentChange(boolean and, boolean isMore, long percentE8, int conId)
            implements Condition {}

    /** One line of text that {@link #of} reads. */
    static String text(List<Condition> conditions) {
        List<String> texts = new ArrayList<>();
        for (Condition condition : conditions) {
            texts.add(
                    switch (condition) {
                        case Price(boolean and, boolean more, long price, int conId, int method) ->
                                joined("price", and, more, price, conId, method);
                        case Time(boolean and, boolean more, long nanos) ->
                                joined("time", and, more, nanos);
                        case Margin(boolean and, boolean more, int percent) ->
                                joined("margin", and, more, percent);
                        case Execution(boolean and, String symbol) ->
                                joined("execution", and, true, symbol);
                        case Volume(boolean and, boolean more, long shares, int conId) ->
                                joined("volume", and, more, shares, conId);
                        case PercentChange(boolean and, boolean more, long percent, int conId) ->
                                joined("change", and, more, percent, conId);
                    });
        }
        return String.join(";", texts);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException when it is none
     */
    static List<Condition> of(String text) {
        List<Condition> conditions = new ArrayList<>();
        for (String one : text.isEmpty() ? new String[0] : text.split(";", -1)) {
            String[] f = one.split(",", -1);
            boolean and = Boolean.parseBoolean(f[1]);
            boolean more = Boolean.parseBoolean(f[2]);
            conditions.add(
                    switch (f[0]) {
                        case "price" ->
                                new Price(
                                        and,
                                        more,
                                        Long.parseLong(f[3]),
                                        Integer.parseInt(f[4]),
                                        Integer.parseInt(f[5]));
                        case "time" -> new Time(and, more, Long.parseLong(f[3]));
                        case "margin" -> new Margin(and, more, Integer.parseInt(f[3]));
                        case "execution" -> new Execution(and, f[3]);
                        case "volume" ->
                                new Volume(and, more, Long.parseLong(f[3]), Integer.parseInt(f[4]));
                        case "change" ->
                                new PercentChange(
                                        and, more, Long.parseLong(f[3]), Integer.parseInt(f[4]));
                        default ->
                                throw new IllegalArgumentException(
                                        "Condition failed: a known condition, given " + one);
                    });
        }
        return conditions;
    }

    private static String joined(Object... fields) {
        List<String> texts = new ArrayList<>();
        for (Object field : fields) {
            texts.add(String.valueOf(field));
        }
        return String.join(",", texts);
    }
}
