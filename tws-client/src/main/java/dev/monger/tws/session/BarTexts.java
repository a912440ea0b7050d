package dev.monger.tws.session;

import java.util.List;
import java.util.Optional;

/** Reads the texts in which lengths of bars and of stretches of the past are asked for. */
final class BarTexts {

    private static final long DAY_SECONDS = 86_400;
    private static final long LONGEST_OF_ONE_SECOND = 2000;

    private BarTexts() {}

    /** Tells whether bars of this size are at most 30 seconds long; all in seconds are. */
    static boolean isSmall(String barSize) {
        return barSize.endsWith(" sec") || barSize.endsWith(" secs");
    }

    /** Says why TWS cannot answer for such a stretch; empty when it can. */
    static Optional<String> refusal(String barSize, String duration) {
        boolean oneSecond = barSize.equals("1 sec") || barSize.equals("1 secs");
        return oneSecond && seconds(duration) > LONGEST_OF_ONE_SECOND
                ? Optional.of(
                        "bars of 1 second reach back at most "
                                + LONGEST_OF_ONE_SECOND
                                + " S in one request, not "
                                + duration
                                + ": ask for several stretches")
                : Optional.empty();
    }

    /** The length of a stretch in seconds, months and years at their shortest; 0 for no length. */
    private static long seconds(String duration) {
        List<String> parts = List.of(duration.strip().split(" +", -1));
        if (parts.size() != 2 || !parts.getFirst().matches("[0-9]{1,9}")) {
            return 0;
        }
        long unit =
                switch (parts.getLast()) {
                    case "S" -> 1;
                    case "D" -> DAY_SECONDS;
                    case "W" -> 7 * DAY_SECONDS;
                    case "M" -> 28 * DAY_SECONDS;
                    case "Y" -> 365 * DAY_SECONDS;
                    default -> 0;
                };
        return Long.parseLong(parts.getFirst()) * unit;
    }
}
