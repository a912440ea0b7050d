package dev.monger.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Reads a rule from the operator's text.
 *
 * <pre>
 * ema-cross FAST SLOW [full BASIS_POINTS] [for BARS]     ema-cross 3 8 full 10 for 5
 * rsi BARS LOW HIGH [for BARS]                           rsi 14 30 70 for 10
 * </pre>
 */
public final class RuleText {

    private static final String EXPECTED =
            "\"ema-cross FAST SLOW [full BASIS_POINTS] [for BARS]\" or \"rsi BARS LOW HIGH [for"
                    + " BARS]\"";

    private static final int BARS_MAX = 10_000;
    private static final int DEFAULT_FULL_BASIS_POINTS = 10;
    private static final int DEFAULT_HORIZON_BARS = 10;

    private final String text;
    private final List<String> words;
    private final List<String> problems = new ArrayList<>();

    private RuleText(String text) {
        this.text = text;
        this.words = List.of(text.strip().split("\\s+"));
    }

    /** What a text turned out to be. */
    public sealed interface Parsed {

        /** A rule. */
        record Rule(IndicatorRule rule) implements Parsed {}

        /** No rule; everything that is wrong with it, each with what would be right. */
        record Refused(List<String> problems) implements Parsed {}
    }

    /** Reads one rule. */
    public static Parsed parse(String text) {
        return new RuleText(text).parse();
    }

    private Parsed parse() {
        return switch (words.getFirst()) {
            case "ema-cross" -> emaCross();
            case "rsi" -> rsi();
            default ->
                    new Parsed.Refused(List.of("\"" + text + "\" is no rule; write " + EXPECTED));
        };
    }

    private Parsed emaCross() {
        int fast = number(1, "FAST", 1, BARS_MAX);
        int slow = number(2, "SLOW", 2, BARS_MAX);
        int full = option("full", DEFAULT_FULL_BASIS_POINTS, 1, 10_000);
        int horizon = option("for", DEFAULT_HORIZON_BARS, 1, BARS_MAX);
        refuseOthers(3, List.of("full", "for"));
        if (problems.isEmpty() && fast >= slow) {
            problem("FAST is " + fast + " and SLOW " + slow + "; FAST has to be the smaller");
        }
        return result(new IndicatorRule.EmaCross(fast, slow, full * 100, horizon));
    }

    private Parsed rsi() {
        int bars = number(1, "BARS", 2, BARS_MAX);
        int low = number(2, "LOW", 1, 49);
        int high = number(3, "HIGH", 51, 99);
        int horizon = option("for", DEFAULT_HORIZON_BARS, 1, BARS_MAX);
        refuseOthers(4, List.of("for"));
        return result(new IndicatorRule.RsiBand(bars, low, high, horizon));
    }

    private Parsed result(IndicatorRule rule) {
        return problems.isEmpty()
                ? new Parsed.Rule(rule)
                : new Parsed.Refused(List.copyOf(problems));
    }

    private int number(int place, String name, int min, int max) {
        if (place >= words.size()) {
            problem(name + " is missing; write " + EXPECTED);
            return min;
        }
        return number(words.get(place), name, min, max);
    }

    private int option(String name, int otherwise, int min, int max) {
        int at = words.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        return number(at + 1, "the number after \"" + name + "\"", min, max);
    }

    private int number(String word, String name, int min, int max) {
        OptionalInt value = wholeNumber(word);
        if (value.isEmpty() || value.getAsInt() < min || value.getAsInt() > max) {
            problem(
                    name
                            + " is \""
                            + word
                            + "\"; it has to be a whole number from "
                            + min
                            + " to "
                            + max);
            return min;
        }
        return value.getAsInt();
    }

    private static OptionalInt wholeNumber(String word) {
        boolean digits = !word.isEmpty() && word.length() <= 9;
        for (int at = 0; at < word.length(); at++) {
            digits &= word.charAt(at) >= '0' && word.charAt(at) <= '9';
        }
        return digits ? OptionalInt.of(Integer.parseInt(word)) : OptionalInt.empty();
    }

    private void refuseOthers(int from, List<String> options) {
        List<String> seen = new ArrayList<>();
        for (int at = from; at < words.size(); at += 2) {
            String word = words.get(at);
            if (!options.contains(word)) {
                problem("\"" + word + "\" is not known here; write " + EXPECTED);
            } else if (seen.contains(word)) {
                problem("\"" + word + "\" stands twice");
            }
            seen.add(word);
        }
    }

    private void problem(String what) {
        problems.add("in \"" + text + "\": " + what);
    }
}
