package dev.monger.launcher;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as people write them: {@code 90s}, {@code 10m}, {@code 1h30m}. */
final class DurationText implements ITypeConverter<Duration> {

    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{1,4})h)?(?:(\\d{1,5})m)?(?:(\\d{1,6})s)?");

    @Override
    public Duration convert(String text) {
        Matcher matcher = FORM.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            throw new TypeConversionException(
                    "'" + text + "' is not a duration; write it as 90s, 10m or 1h30m");
        }
        Duration duration =
                Duration.ofHours(part(matcher.group(1)))
                        .plusMinutes(part(matcher.group(2)))
                        .plusSeconds(part(matcher.group(3)));
        if (duration.isZero()) {
            throw new TypeConversionException("'" + text + "' is no time at all");
        }
        return duration;
    }

    private static long part(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
