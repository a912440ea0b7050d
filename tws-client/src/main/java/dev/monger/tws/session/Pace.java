package dev.monger.tws.session;

import java.util.ArrayDeque;

/** Counts what left within the last second, so that no second ever has more than the limit. */
final class Pace {

    private static final long SECOND = 1_000_000_000L;
    private static final long CALM_NANOS = 60 * SECOND;
    private static final int MOST_DOUBLINGS = 5;

    private record Sent(long nanos, Lane lane) {}

    private final int limit;
    private final int reserve;
    private final int entryLimit;
    private final ArrayDeque<Sent> window = new ArrayDeque<>();
    private int entries;
    private long pausedUntil = Long.MIN_VALUE;
    private long lastStrike;
    private int strikes;

    Pace(SessionSettings.Limits limits) {
        limit = limits.messagesPerSecond();
        reserve = limits.reservedMessages();
        // With one message a second there is no half of it, and entries must not wait for ever.
        entryLimit = Math.max(1, limits.messagesPerSecond() * limits.entryPercent() / 100);
    }

    boolean allows(Lane lane, long nowNanos) {
        forgetOld(nowNanos);
        if (nowNanos < pausedUntil) {
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
     * TWS said it was too much: nothing leaves for a second, and each further time in a row for
     * twice as long.
     */
    SessionEvent.TooManyMessages tooMuch(long nowNanos) {
        boolean again = strikes > 0 && nowNanos - lastStrike < CALM_NANOS;
        strikes = again ? strikes + 1 : 1;
        lastStrike = nowNanos;
        long pause = SECOND << Math.min(strikes - 1, MOST_DOUBLINGS);
        pausedUntil = nowNanos + pause;
        return new SessionEvent.TooManyMessages(strikes, pause);
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
        return window.size() < limit ? pausedUntil : nextChangeNanos();
    }

    private void forgetOld(long nowNanos) {
        while (!window.isEmpty() && nowNanos - window.getFirst().nanos() >= SECOND) {
            entries -= window.removeFirst().lane() == Lane.ENTRY ? 1 : 0;
        }
    }
}
