package dev.monger.tws.session;

import java.util.ArrayDeque;

/** Counts what left within the last second, so that no second ever has more than the limit. */
final class Pace {

    private static final long SECOND = 1_000_000_000L;

    private record Sent(long nanos, Lane lane) {}

    private final int limit;
    private final int reserve;
    private final int entryLimit;
    private final ArrayDeque<Sent> window = new ArrayDeque<>();
    private int entries;
    private long pausedUntil = Long.MIN_VALUE;

    Pace(SessionSettings settings) {
        limit = settings.messagesPerSecond();
        reserve = settings.reservedMessages();
        // With one message a second there is no half of it, and entries must not wait for ever.
        entryLimit = Math.max(1, settings.messagesPerSecond() * settings.entryPercent() / 100);
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

    /** TWS said it was too much: nothing leaves for a second. */
    void tooMuch(long nowNanos) {
        pausedUntil = nowNanos + SECOND;
    }

    /** When more may leave than now. */
    long nextChangeNanos() {
        long oldest = window.isEmpty() ? Long.MIN_VALUE : window.getFirst().nanos() + SECOND;
        return Math.max(oldest, pausedUntil);
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
