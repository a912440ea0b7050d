package dev.monger.tws.session;

import java.util.ArrayDeque;

/** Counts what left within the last second, so that no second ever has more than the limit. */
final class Pace {

    private static final long SECOND = 1_000_000_000L;
    private static final long CALM_NANOS = 60 * SECOND;
    private static final int MOST_DOUBLINGS = 5;
    private static final long LONGEST_PAUSE_NANOS = SECOND << MOST_DOUBLINGS;

    private record Sent(long nanos, Lane lane) {}

    private final int limit;
    private final int reserve;
    private final int entryLimit;
    private final ArrayDeque<Sent> window = new ArrayDeque<>();
    private int entries;
    private long pausedUntil = Long.MIN_VALUE;
    private long exitsPausedUntil = Long.MIN_VALUE;
    private long lastStrike;
    private int strikes;
    private int pauses;

    Pace(SessionSettings.Limits limits) {
        limit = limits.messagesPerSecond();
        reserve = limits.reservedMessages();
        // With one message a second there is no half of it, and entries must not wait for ever.
        entryLimit = Math.max(1, limits.messagesPerSecond() * limits.entryPercent() / 100);
    }

    /**
     * Returns the pace of the next connection: TWS counts on, so a pause goes on too. Times of
     * another clock, after a restart, mean nothing.
     */
    Pace next(SessionSettings.Limits limits, long nowNanos) {
        Pace next = new Pace(limits);
        if (lastStrike <= nowNanos && pausedUntil - LONGEST_PAUSE_NANOS <= nowNanos) {
            next.pausedUntil = pausedUntil;
            next.exitsPausedUntil = exitsPausedUntil;
            next.lastStrike = lastStrike;
            next.strikes = strikes;
            next.pauses = pauses;
        }
        return next;
    }

    boolean allows(Lane lane, long nowNanos) {
        forgetOld(nowNanos);
        if (nowNanos < (lane == Lane.EXIT ? exitsPausedUntil : pausedUntil)) {
            return false;
        }
        return switch (lane) {
            case EXIT -> window.size() < limit;
            case ENTRY -> window.size() < limit - reserve && entries < entryLimit;
            case DATA -> window.size() < limit - reserve;
        };
    }

    void sent(Lane lane, long nowNanos) {
        window.addLast(new Sent(nowNanos, lane));
        entries += lane == Lane.ENTRY ? 1 : 0;
    }

    /**
     * TWS said it was too much: nothing leaves for a second, and after each further pause in a row
     * all but exits waits twice as long. What TWS says of the same burst, while all waits already,
     * makes no pause longer.
     */
    SessionEvent.TooManyMessages tooMuch(long nowNanos) {
        boolean again = strikes > 0 && nowNanos - lastStrike < CALM_NANOS;
        strikes = again ? strikes + 1 : 1;
        pauses = again ? pauses : 0;
        lastStrike = nowNanos;
        if (nowNanos >= pausedUntil) {
            pausedUntil = nowNanos + (SECOND << Math.min(pauses, MOST_DOUBLINGS));
            pauses++;
        }
        if (nowNanos >= exitsPausedUntil) {
            exitsPausedUntil = nowNanos + SECOND;
        }
        return new SessionEvent.TooManyMessages(strikes, pausedUntil - nowNanos);
    }

    /** When more may leave than now. */
    long nextChangeNanos() {
        long oldest = window.isEmpty() ? Long.MIN_VALUE : window.getFirst().nanos() + SECOND;
        return Math.max(oldest, pausedUntil);
    }

    /** When a message of the data lane may leave. */
    long nextDataNanos() {
        return window.size() < limit - reserve ? pausedUntil : nextChangeNanos();
    }

    /** When the most urgent message may leave. */
    long freeNanos() {
        return window.size() < limit
                ? exitsPausedUntil
                : Math.max(window.getFirst().nanos() + SECOND, exitsPausedUntil);
    }

    private void forgetOld(long nowNanos) {
        while (!window.isEmpty() && nowNanos - window.getFirst().nanos() >= SECOND) {
            entries -= window.removeFirst().lane() == Lane.ENTRY ? 1 : 0;
        }
    }
}
