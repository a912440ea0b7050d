package dev.monger.simulator.fault;

import dev.monger.simulator.venue.SeededRandom;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which faults are switched on, and whether one strikes at an occasion.
 *
 * <p>Every kind draws from a generator of its own, so that switching one on leaves the chances of
 * the others as they were.
 */
final class FaultPlan {
    private static final int NOBODY = -1;

    private final long seed;
    private final Map<FaultKind, Active> active = new EnumMap<>(FaultKind.class);
    private final Map<FaultKind, Long> latest = new EnumMap<>(FaultKind.class);
    private final Map<FaultKind, SeededRandom> randoms = new EnumMap<>(FaultKind.class);
    private final Map<FaultKind, Long> strikes = new EnumMap<>(FaultKind.class);
    private long activations;

    FaultPlan(long seed) {
        this.seed = seed;
    }

    /** Switches on and gives a number, by which {@link #isOn(FaultKind, long)} knows it. */
    long switchOn(Fault fault) {
        activations++;
        latest.put(fault.kind(), activations);
        active.put(fault.kind(), new Active(fault, activations));
        return activations;
    }

    /** Whether a kind is still on as it was switched on then. */
    boolean isOn(FaultKind kind, long activation) {
        Active one = active.get(kind);
        return one != null && one.activation == activation;
    }

    void switchOff(FaultKind kind) {
        active.remove(kind);
        latest.remove(kind);
    }

    /** What is switched on and not used up, in the order of the catalogue. */
    List<Fault> switchedOn() {
        return active.values().stream().map(one -> one.fault).toList();
    }

    boolean isOn(FaultKind kind) {
        return active.containsKey(kind);
    }

    /** Whether what a kind has begun goes on: it was not switched off, though perhaps used up. */
    boolean lasts(FaultKind kind) {
        return latest.containsKey(kind);
    }

    /** The number of the last switching on, 0 when the kind was switched off since. */
    long activation(FaultKind kind) {
        return latest.getOrDefault(kind, 0L);
    }

    /** The fault of a kind that is switched on, or null. */
    @Nullable Fault get(FaultKind kind) {
        Active one = active.get(kind);
        return one == null ? null : one.fault;
    }

    /** The fault that strikes at an occasion that is no session's, or null. */
    @Nullable Fault strike(FaultKind kind) {
        return strike(kind, NOBODY);
    }

    /** The fault that strikes at an occasion of a client's session, or null. */
    @Nullable Fault strike(FaultKind kind, int clientId) {
        Active one = active.get(kind);
        if (one == null || (one.clientId != NOBODY && one.clientId != clientId)) {
            return null;
        }
        if (!random(kind).chance(one.perThousand)) {
            return null;
        }
        one.left--;
        if (one.left == 0) {
            active.remove(kind);
        }
        strikes.merge(kind, 1L, Long::sum);
        return one.fault;
    }

    /** How often a kind has struck. */
    long strikes(FaultKind kind) {
        return strikes.getOrDefault(kind, 0L);
    }

    /** The generator of a kind. */
    SeededRandom random(FaultKind kind) {
        return randoms.computeIfAbsent(kind, one -> new SeededRandom(seed, "fault " + one.name()));
    }

    private static final class Active {
        private final Fault fault;
        private final long activation;
        private final int perThousand;
        private final int clientId;
        private long left;

        Active(Fault fault, long activation) {
            this.fault = fault;
            this.activation = activation;
            this.perThousand = (int) fault.whole("perThousand");
            this.clientId = fault.kind().isOfASession() ? (int) fault.whole("clientId") : NOBODY;
            this.left = fault.whole("times");
        }
    }
}
