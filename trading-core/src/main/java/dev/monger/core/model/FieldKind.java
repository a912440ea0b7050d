package dev.monger.core.model;

import java.time.Duration;
import java.util.List;

/** What may be written as the value of a field. */
public sealed interface FieldKind {

    /**
     * Any text.
     *
     * @param wanted what would be right
     */
    record Word(String wanted) implements FieldKind {}

    /** One of some words. */
    record Choice(List<String> words) implements FieldKind {

        /** Keeps a copy. */
        public Choice {
            words = List.copyOf(words);
        }
    }

    /** True or false. */
    record Flag() implements FieldKind {}

    /** A whole number between bounds, both inside. */
    record Whole(int lowest, int highest) implements FieldKind {}

    /** A part between bounds, both inside: {@code 0.6}, or {@code 60%}. */
    record Fraction(int lowestMillionths, int highestMillionths) implements FieldKind {}

    /** A duration between bounds, both inside: {@code 20s}, {@code 5m}, {@code PT1H}. */
    record Span(Duration lowest, Duration highest) implements FieldKind {}

    /** A duration that is one of some. */
    record Spans(List<Duration> lengths) implements FieldKind {

        /** Keeps a copy. */
        public Spans {
            lengths = List.copyOf(lengths);
        }
    }

    /** A number of shares or contracts above zero. */
    record Shares() implements FieldKind {}

    /** A contract's number above zero. */
    record ContractNumber() implements FieldKind {}

    /** An amount of money above zero. */
    record Amount() implements FieldKind {}

    /** A distance from a price: {@code 0.25}, or {@code 0.5%} of it. */
    record Distance() implements FieldKind {}

    /** A time of day, with a zone or without. */
    record TimeOfDay() implements FieldKind {}

    /** Several texts. */
    record Words(String wanted) implements FieldKind {}

    /** Says what would be right. */
    default String wanted() {
        return switch (this) {
            case Word word -> word.wanted();
            case Choice choice -> "one of " + String.join(", ", choice.words());
            case Flag _ -> "true or false";
            case Whole whole -> "a whole number of " + whole.lowest() + " to " + whole.highest();
            case Fraction part ->
                    "a fraction of "
                            + FieldText.fraction(part.lowestMillionths())
                            + " to "
                            + FieldText.fraction(part.highestMillionths())
                            + ", such as 0.6 or 60%";
            case Span span ->
                    "a duration of "
                            + FieldText.duration(span.lowest())
                            + " to "
                            + FieldText.duration(span.highest())
                            + ", such as 500ms, 20s, 5m or 1h";
            case Spans spans ->
                    "one of "
                            + String.join(
                                    ", ",
                                    spans.lengths().stream().map(FieldText::duration).toList());
            case Shares _ -> "a number of shares above zero";
            case ContractNumber _ -> "a whole number above zero";
            case Amount _ -> "an amount above zero, without a sign";
            case Distance _ -> "a distance above zero such as 0.25, or a part such as 0.5%";
            case TimeOfDay _ -> "a time such as 15:45, or 15:45 Europe/Berlin";
            case Words words -> words.wanted();
        };
    }
}
