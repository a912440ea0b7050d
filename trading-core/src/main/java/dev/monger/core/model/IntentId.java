package dev.monger.core.model;

/**
 * One thing a monger wanted: an entry with its exits, a standalone pair of exits, or a close.
 *
 * @param epoch the session that wanted it
 * @param number counted from 1 within the session
 */
public record IntentId(LeaseEpoch epoch, long number) implements Comparable<IntentId> {

    /** Refuses a number below one. */
    public IntentId {
        if (number < 1) {
            throw new IllegalArgumentException("Condition failed: an intent number above zero");
        }
    }

    @Override
    public int compareTo(IntentId other) {
        int byEpoch = epoch.compareTo(other.epoch);
        return byEpoch != 0 ? byEpoch : Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return epoch + "." + number;
    }
}
