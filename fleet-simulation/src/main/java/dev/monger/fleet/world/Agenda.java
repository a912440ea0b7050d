package dev.monger.fleet.world;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What will happen, in order of time and then of making; the only clock there is. */
public final class Agenda {

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(
                    Comparator.comparingLong(Entry::atNanos).thenComparingLong(Entry::made));

    private long nowNanos;
    private long made;

    /** Starts at a time. */
    public Agenda(long startNanos) {
        nowNanos = startNanos;
    }

    /** What time it is. */
    public long nowNanos() {
        return nowNanos;
    }

    /** Writes down a happening; a time already gone means as soon as possible. */
    public void at(long nanos, Runnable happening) {
        entries.add(new Entry(Math.max(nanos, nowNanos), made++, happening));
    }

    /** Writes down a happening some time from now. */
    public void in(long nanos, Runnable happening) {
        at(nowNanos + nanos, happening);
    }

    /** When the next entry happens; {@code Long.MAX_VALUE} when there is none. */
    public long nextNanos() {
        Entry entry = entries.peek();
        return entry == null ? Long.MAX_VALUE : entry.atNanos();
    }

    /** Lets time pass without an entry; never beyond the next one. */
    public void passTo(long nanos) {
        nowNanos = Math.max(nowNanos, Math.min(nanos, nextNanos()));
    }

    /**
     * Lets the next entry happen.
     *
     * @return false when there is none up to and including that time; the time is then {@code
     *     untilNanos}
     */
    public boolean next(long untilNanos) {
        Entry entry = entries.peek();
        if (entry == null || entry.atNanos() > untilNanos) {
            nowNanos = Math.max(nowNanos, untilNanos);
            return false;
        }
        entries.remove();
        nowNanos = entry.atNanos();
        entry.happening().run();
        return true;
    }

    private record Entry(long atNanos, long made, Runnable happening) {}
}
