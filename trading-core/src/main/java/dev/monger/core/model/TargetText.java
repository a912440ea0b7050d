package dev.monger.core.model;

import java.math.BigDecimal;

/**
 * How a person writes the distance of an exit: {@code 0.25}, or {@code 0.5%} of the entry price.
 */
final class TargetText {

    private TargetText() {}

    static Target read(String text) {
        return text.endsWith("%")
                ? new Target.Fraction(FieldText.millionthsOf(text))
                : new Target.Absolute(Price.of(text));
    }

    static String write(Target target) {
        return switch (target) {
            case Target.Absolute absolute -> absolute.distance().toString();
            case Target.Fraction fraction ->
                    new BigDecimal(fraction.millionths())
                                    .movePointLeft(4)
                                    .stripTrailingZeros()
                                    .toPlainString()
                            + "%";
        };
    }
}
