package dev.monger.simulator.fault;

import java.util.ArrayDeque;
import java.util.Deque;

/** Messages counted over the last second, for one connection or for all of them. */
final class Pace {
    private static final long SECOND = 1_000_000_000L;

    private final Deque<Long> taken = new ArrayDeque<>();

    /** How long a message that comes now has to wait, so that no second has more than the most. */
    long delayNanos(long nowNanos, long most) {
        long due = nowNanos;
        while (taken.size() > most) {
            taken.removeFirst();
        }
        if (taken.size() == most) {
            due = Math.max(due, taken.removeFirst() + SECOND);
        }
        // Nothing overtakes what waits already.
        due = taken.isEmpty() ? due : Math.max(due, taken.getLast());
        taken.addLast(due);
        return due - nowNanos;
    }

    /** Whether a message that comes now is within the rate; one that is not does not count. */
    boolean takes(long nowNanos, long most) {
        while (!taken.isEmpty() && taken.getFirst() <= nowNanos - SECOND) {
            taken.removeFirst();
        }
        if (taken.size() >= most) {
            return false;
        }
        taken.addLast(nowNanos);
        return true;
    }
}
