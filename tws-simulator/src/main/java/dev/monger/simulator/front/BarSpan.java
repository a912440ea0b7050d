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

    /** The seconds of a duration such as 3600 S or 2 D, or −1 when it is none. */
    static long durationSeconds(String duration) {
        String[] parts = duration.strip().split(" ", -1);
        if (parts.length != 2 || parts[0].isEmpty() || parts[0].length() > 6) {
            return -1;
        }
        for (int i = 0; i < parts[0].length(); i++) {
            if (parts[0].charAt(i) < '0' || parts[0].charAt(i) > '9') {
                return -1;
            }
        }
        long number = Long.parseLong(parts[0]);
        long unit =
                switch (parts[1]) {
                    case "S" -> 1;
                    case "D" -> DAY;
                    case "W" -> WEEK;
                    case "M" -> MONTH;
                    case "Y" -> 365 * DAY;
                    default -> -1;
                };
        return number == 0 ? -1 : number * unit;
    }
}
