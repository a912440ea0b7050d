package dev.monger.core.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a person writes parts, durations and words. */
final class FieldText {

    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private FieldText() {}

    static String fraction(int millionths) {
        return new BigDecimal(millionths).movePointLeft(6).stripTrailingZeros().toPlainString();
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

    /** Writes a duration as short as a person would; the topic carries {@link Duration}'s text. */
    static String duration(Duration value) {
        long millis = value.toMillis();
        if (!value.equals(Duration.ofMillis(millis))) {
            return value.toString();
        }
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        if (seconds != 0 && seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds != 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    static Duration durationOf(String text) {
        Matcher matcher = SHORT_DURATION.matcher(text);
        try {
            if (!matcher.matches()) {
                return Duration.parse(text);
            }
            long amount = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                default -> Duration.ofHours(amount);
            };
        } catch (DateTimeParseException refused) {
            throw new IllegalArgumentException(text, refused);
        }
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
