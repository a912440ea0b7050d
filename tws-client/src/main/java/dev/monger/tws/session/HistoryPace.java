package dev.monger.tws.session;

import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.MarketDataRequest.CancelHeadTimestamp;
import dev.monger.tws.message.MarketDataRequest.CancelHistoricalData;
import dev.monger.tws.message.MarketDataRequest.CancelRealTimeBars;
import dev.monger.tws.message.MarketDataRequest.RequestHeadTimestamp;
import dev.monger.tws.message.MarketDataRequest.RequestHistoricalData;
import dev.monger.tws.message.MarketDataRequest.RequestRealTimeBars;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When a request for the past may leave.
 *
 * <p>Bars of at most 30 seconds, heads and five-second bars are counted by the broker, over
 * reconnections too: the same request not twice within 15 seconds, fewer than six of one contract,
 * exchange and kind within two seconds, at most 60 within ten minutes, where BID_ASK counts twice.
 * Of all sizes at most 50 requests may be open. Breaking a rule is answered by a pacing violation,
 * and then everything waits.
 */
final class HistoryPace {

    /** Until something else happens. */
    static final long NOT_YET = Long.MAX_VALUE;

    static final int MOST_OPEN = 50;

    private static final long SECOND = 1_000_000_000L;

    /** The broker counts when messages arrive, and the first of two may have been slower. */
    private static final long MARGIN_NANOS = SECOND / 5;

    private static final long SAME_NANOS = 15 * SECOND + MARGIN_NANOS;
    private static final long BURST_NANOS = 2 * SECOND + MARGIN_NANOS;
    private static final int BURST = 5;
    private static final long WINDOW_NANOS = 600 * SECOND + MARGIN_NANOS;
    private static final int WINDOW = 60;
    private static final long FIRST_PAUSE_NANOS = 15 * SECOND;
    private static final long LONGEST_PAUSE_NANOS = 600 * SECOND;
    private static final int MOST_DOUBLINGS = 6;

    private record Sent(long nanos, Claim claim) {}

    private record Series(Contract contract, String whatToShow) {}

    /**
     * What the rules look at in a request.
     *
     * @param what the request with its id taken off
     * @param counts whether the rules for small bars are about it
     * @param opens whether it counts among those that are open
     */
    record Claim(ClientMessage what, Series series, boolean counts, boolean opens) {

        static Claim of(ClientMessage message) {
            return switch (message) {
                case RequestHistoricalData m ->
                        new Claim(
                                m.withRequestId(0),
                                new Series(m.contract(), m.whatToShow()),
                                BarTexts.isSmall(m.barSize()),
                                true);
                case RequestHeadTimestamp m ->
                        new Claim(
                                m.withRequestId(0),
                                new Series(m.contract(), m.whatToShow()),
                                true,
                                false);
                case RequestRealTimeBars m ->
                        new Claim(
                                m.withRequestId(0),
                                new Series(m.contract(), m.whatToShow()),
                                true,
                                false);
                default ->
                        throw new IllegalArgumentException(
                                "Condition failed: a request for the past: " + message);
            };
        }

        int weight() {
            return series.whatToShow().equals("BID_ASK") ? 2 : 1;
        }
    }

    private final ArrayDeque<Sent> window = new ArrayDeque<>();
    private final SortedMap<Integer, Long> openUntil = new TreeMap<>();
    private final long openNanos;
    private long violatedAt;
    private long pauseNanos;
    private int violations;

    /** Takes a request that is not answered for closed after a while. */
    HistoryPace(long openNanos) {
        this.openNanos = openNanos;
    }

    /** Tells whether a message is one that these rules are about. */
    static boolean governs(ClientMessage message) {
        return message instanceof RequestHistoricalData
                || message instanceof RequestHeadTimestamp
                || message instanceof RequestRealTimeBars;
    }

    /** Which request a message ends, if it ends one of these. */
    static OptionalInt cancelled(ClientMessage message) {
        return switch (message) {
            case CancelHistoricalData cancel -> OptionalInt.of(cancel.requestId());
            case CancelRealTimeBars cancel -> OptionalInt.of(cancel.requestId());
            case CancelHeadTimestamp cancel -> OptionalInt.of(cancel.requestId());
            default -> OptionalInt.empty();
        };
    }

    static int requestId(ClientMessage message) {
        return switch (message) {
            case RequestHistoricalData m -> m.requestId();
            case RequestHeadTimestamp m -> m.requestId();
            case RequestRealTimeBars m -> m.requestId();
            default ->
                    throw new IllegalArgumentException(
                            "Condition failed: a request for the past: " + message);
        };
    }

    /** Says why a request can never be answered; empty when it can. */
    static Optional<String> never(ClientMessage message) {
        return message instanceof RequestHistoricalData history
                ? BarTexts.refusal(history.barSize(), history.duration())
                : Optional.empty();
    }

    /** A connection begins; times of another clock, after a restart, mean nothing. */
    void opened(long nowNanos) {
        window.removeIf(sent -> sent.nanos() > nowNanos);
        openUntil.clear();
        if (violatedAt > nowNanos) {
            violations = 0;
            pauseNanos = 0;
        }
    }

    /** When a request may leave: {@link #NOT_YET}, a time, or the past for at once. */
    long earliestNanos(Claim wanted) {
        long earliest = violations == 0 ? Long.MIN_VALUE : violatedAt + pauseNanos;
        if (wanted.opens() && openUntil.size() >= MOST_OPEN) {
            earliest = Math.max(earliest, firstToClose());
        }
        if (!wanted.counts()) {
            return earliest;
        }
        return afterOthersAlike(wanted, Math.max(earliest, windowFree(wanted.weight())));
    }

    private long firstToClose() {
        return openUntil.values().stream().mapToLong(Long::longValue).min().orElse(NOT_YET);
    }

    private long windowFree(int weightWanted) {
        int weight = weightWanted;
        for (Iterator<Sent> newest = window.descendingIterator(); newest.hasNext(); ) {
            Sent sent = newest.next();
            weight += sent.claim().weight();
            if (weight > WINDOW) {
                return sent.nanos() + WINDOW_NANOS;
            }
        }
        return Long.MIN_VALUE;
    }

    private long afterOthersAlike(Claim wanted, long othersEarliest) {
        long earliest = othersEarliest;
        int weight = wanted.weight();
        for (Iterator<Sent> newest = window.descendingIterator(); newest.hasNext(); ) {
            Sent sent = newest.next();
            if (sent.nanos() + SAME_NANOS <= earliest) {
                // Nothing that is older can make it later.
                break;
            }
            if (sent.claim().what().equals(wanted.what())) {
                earliest = Math.max(earliest, sent.nanos() + SAME_NANOS);
            }
            weight += sent.claim().series().equals(wanted.series()) ? sent.claim().weight() : 0;
            if (weight > BURST) {
                earliest = Math.max(earliest, sent.nanos() + BURST_NANOS);
            }
        }
        return earliest;
    }

    /** A request leaves. */
    void sent(ClientMessage message, long nowNanos) {
        openUntil.values().removeIf(until -> until <= nowNanos);
        while (!window.isEmpty() && nowNanos - window.getFirst().nanos() >= WINDOW_NANOS) {
            window.removeFirst();
        }
        Claim claim = Claim.of(message);
        if (claim.counts()) {
            window.addLast(new Sent(nowNanos, claim));
        }
        if (message instanceof RequestHistoricalData history) {
            openUntil.put(
                    history.requestId(), history.keepUpToDate() ? NOT_YET : nowNanos + openNanos);
        }
    }

    /** The bars asked for have come; a request that is kept up to date stays open. */
    void answered(int requestId) {
        Long until = openUntil.get(requestId);
        if (until != null && until != NOT_YET) {
            openUntil.remove(requestId);
        }
    }

    /** A request was refused, died or is cancelled. */
    void ended(int requestId) {
        openUntil.remove(requestId);
    }

    /** The broker has forgotten what was open. */
    void dataLost() {
        openUntil.clear();
    }

    /** The broker speaks of a violation: all wait, longer each time in a row. */
    void violated(long nowNanos) {
        boolean again = violations > 0 && nowNanos - violatedAt < WINDOW_NANOS;
        violations = again ? violations + 1 : 1;
        violatedAt = nowNanos;
        pauseNanos =
                Math.min(
                        LONGEST_PAUSE_NANOS,
                        FIRST_PAUSE_NANOS << Math.min(violations - 1, MOST_DOUBLINGS));
    }
}
