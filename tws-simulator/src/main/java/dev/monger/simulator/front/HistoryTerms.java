package dev.monger.simulator.front;

import dev.monger.simulator.venue.BarKind;
import dev.monger.tws.message.MarketDataRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request for history asks for, once it has been found sound.
 *
 * @param barSeconds the bar size
 * @param duration how far back
 */
record HistoryTerms(long barSeconds, BarSpan.Duration duration) {
    private static final List<String> SHOWN =
            List.of("TRADES", "MIDPOINT", "BID", "ASK", "BID_ASK", "ADJUSTED_LAST");
    private static final long LONGEST_SECONDS = 86_400;
    private static final long LONGEST_DAYS = 365;
    private static final long LONGEST_OF_SECOND_BARS = 2000;
    private static final long SHORTEST_KEPT_BAR = 5;

    /** What looking at a request gave. */
    sealed interface Read {
        /** It can be answered. */
        record Sound(HistoryTerms terms) implements Read {}

        /** It cannot, by TWS's code. */
        record Refused(int code, String text) implements Read {}
    }

    /** The kind of bars that show something, or null when one kind alone does not. */
    static @Nullable BarKind kind(String whatToShow) {
        return switch (whatToShow) {
            case "TRADES", "ADJUSTED_LAST" -> BarKind.TRADES;
            case "BID" -> BarKind.BID;
            case "ASK" -> BarKind.ASK;
            case "MIDPOINT" -> BarKind.MIDPOINT;
            default -> null;
        };
    }

    static boolean isShown(String whatToShow) {
        return SHOWN.contains(whatToShow);
    }

    static Read read(MarketDataRequest.RequestHistoricalData request) {
        Long barSeconds = BarSpan.barSeconds(request.barSize());
        BarSpan.Duration duration = BarSpan.duration(request.duration());
        if (!isShown(request.whatToShow())) {
            return invalid(
                    "whatToShow must be one of "
                            + String.join(", ", SHOWN)
                            + ", was "
                            + request.whatToShow());
        }
        if (barSeconds == null) {
            return invalid("Historical data bar size setting is invalid: " + request.barSize());
        }
        if (duration == null) {
            return invalid(
                    "Historical data duration must be an integer and S, D, W, M or Y, was "
                            + request.duration());
        }
        if (request.formatDate() < 1 || request.formatDate() > 3) {
            return invalid("formatDate must be 1, 2 or 3, was " + request.formatDate());
        }
        Read.Refused length = length(barSeconds, duration);
        if (length != null) {
            return length;
        }
        String end = endProblem(request, barSeconds);
        return end == null ? new Read.Sound(new HistoryTerms(barSeconds, duration)) : invalid(end);
    }

    private static Read.@Nullable Refused length(long barSeconds, BarSpan.Duration duration) {
        if (duration.unit() == 'S' && duration.count() > LONGEST_SECONDS) {
            return invalid(
                    "Historical data request for greater than 86400 seconds must be made in days");
        }
        if (duration.unit() == 'D' && duration.count() > LONGEST_DAYS) {
            return invalid(
                    "Historical data requests for durations longer than 365 days must be made in years");
        }
        boolean tooLong =
                barSeconds == 1
                        && (duration.unit() != 'S' || duration.count() > LONGEST_OF_SECOND_BARS);
        return tooLong
                ? new Read.Refused(162, HistoryRequests.SERVICE + "Time length exceed max.")
                : null;
    }

    private static @Nullable String endProblem(
            MarketDataRequest.RequestHistoricalData request, long barSeconds) {
        boolean endNamed = !request.endDateTime().isEmpty();
        if (endNamed && request.whatToShow().equals("ADJUSTED_LAST")) {
            return "End Date/Time must be empty with ADJUSTED_LAST";
        }
        if (!request.keepUpToDate()) {
            return null;
        }
        if (endNamed) {
            return "End Date/Time must be empty when the data is kept up to date";
        }
        if (kind(request.whatToShow()) == null || request.whatToShow().equals("ADJUSTED_LAST")) {
            return "only TRADES, MIDPOINT, BID and ASK can be kept up to date, was "
                    + request.whatToShow();
        }
        return barSeconds < SHORTEST_KEPT_BAR
                ? "bars that are kept up to date must be of 5 secs at least, was "
                        + request.barSize()
                : null;
    }

    private static Read.Refused invalid(String cause) {
        return new Read.Refused(321, "Error validating request.-'bW' : cause - " + cause);
    }
}
