package dev.monger.simulator.fault;

/**
 * A fault that is switched on.
 *
 * @param kind what goes wrong
 * @param perThousand how often, of a thousand occasions
 * @param delayNanos how late, for faults that delay
 * @param mostTimes how often at most
 */
public record FaultSpec(FaultKind kind, int perThousand, long delayNanos, int mostTimes) {

    /** Refuses what can never happen. */
    public FaultSpec {
        if (perThousand < 1 || perThousand > 1000 || delayNanos < 0 || mostTimes < 1) {
            throw new IllegalArgumentException(
                    "Condition failed: perThousand from 1 to 1000, delay not below zero, mostTimes at least 1");
        }
    }

    /** Always, without end. */
    public static FaultSpec always(FaultKind kind) {
        return new FaultSpec(kind, 1000, 0, Integer.MAX_VALUE);
    }

    /** At the next occasion only. */
    public static FaultSpec once(FaultKind kind) {
        return new FaultSpec(kind, 1000, 0, 1);
    }
}
