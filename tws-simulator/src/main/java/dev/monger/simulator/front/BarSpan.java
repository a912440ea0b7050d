package dev.monger.simulator.front;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Bar sizes and durations of history requests, in seconds. */
final class BarSpan {
    static final long DAY = 86_400;
    static final long WEEK = 7 * DAY;
    static final long MONTH = 30 * DAY;

    private static final Map<String, Long> SIZES = new TreeMap<>();

    static {
        SIZES.put("1 sec", 1L);
        SIZES.put("1 secs", 1L);
        for (long seconds : new long[] {5, 10, 15, 30}) {
            SIZES.put(seconds + " secs", seconds);
        }
        SIZES.put("1 min", 60L);
        for (long minutes : new long[] {2, 3, 5, 10, 15, 20, 30}) {
            SIZES.put(minutes + " mins", 60 * minutes);
        }
        SIZES.put("1 hour", 3600L);
        for (long hours : new long[] {2, 3, 4, 8}) {
            SIZES.put(hours + " hours", 3600 * hours);
        }
        SIZES.put("1 day", DAY);
        SIZES.put("1 week", WEEK);
        SIZES.put("1 month", MONTH);
    }

    private BarSpan() {}

    /** The seconds of a bar size, or null when TWS does not know it. */
    static @Nullable Long barSeconds(String barSize) {
        return SIZES.get(barSize);
    }

    /**
     * How far back history is asked for.
     *
     * @param count how many
     * @param unit S seconds, D trading days, W weeks, M months, Y years
     */
    record Duration(long count, char unit) {}

    /** A duration such as 3600 S or 2 D, or null when it is none. */
    static @Nullable Duration duration(String text) {
        String[] parts = text.strip().split(" ", -1);
        boolean shaped =
                parts.length == 2
                        && !parts[0].isEmpty()
                        && parts[0].length() <= 6
                        && parts[1].length() == 1
                        && "SDWMY".contains(parts[1]);
        if (!shaped) {
            return null;
        }
        for (int i = 0; i < parts[0].length(); i++) {
            if (parts[0].charAt(i) < '0' || parts[0].charAt(i) > '9') {
                return null;
            }
        }
        long count = Long.parseLong(parts[0]);
        return count == 0 ? null : new Duration(count, parts[1].charAt(0));
    }
}
