package dev.monger.simulator.fault;

import dev.monger.simulator.venue.SeededRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * Many faults at once, kinds and parameters drawn from a seed, for tests that want a bad day and do
 * not care which.
 *
 * <p>About a third of the kinds is chosen. Each strikes now and then and only a few times, so that
 * a day gets calm again; values lie around the usual ones.
 */
public final class FaultSwarm {
    private static final int CHOSEN = 333;
    private static final long SMALL = 10;
    private static final long SOME_MILLIS = 5000;

    private final SeededRandom random;

    private FaultSwarm(long seed) {
        this.random = new SeededRandom(seed, "swarm");
    }

    /** Faults of any kind. */
    public static List<Fault> of(long seed) {
        return of(seed, EnumSet.allOf(FaultKind.class));
    }

    /** Faults of these kinds only; one of them at least. */
    public static List<Fault> of(long seed, Collection<FaultKind> kinds) {
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("Condition failed: there is a kind to choose");
        }
        FaultSwarm swarm = new FaultSwarm(seed);
        List<Fault> chosen = new ArrayList<>();
        // In the order of the catalogue, whatever order the kinds come in.
        List<FaultKind> ordered = new ArrayList<>(EnumSet.copyOf(kinds));
        for (FaultKind kind : ordered) {
            if (swarm.random.chance(CHOSEN)) {
                chosen.add(swarm.fault(kind));
            }
        }
        if (chosen.isEmpty()) {
            chosen.add(swarm.fault(ordered.get((int) swarm.random.below(ordered.size()))));
        }
        return chosen;
    }

    private Fault fault(FaultKind kind) {
        Fault fault = Fault.of(kind);
        for (FaultParameter parameter : kind.parameters()) {
            fault = fault.with(parameter.name(), value(kind, parameter));
        }
        return fault;
    }

    private String value(FaultKind kind, FaultParameter parameter) {
        return switch (parameter.name()) {
            case "perThousand" -> between(100, 600);
            case "times" -> between(1, kind.isDeed() ? 2 : 5);
            case "firstMillis" -> between(0, 60_000);
            case "everyMillis" -> between(20_000, 120_000);
            case "clientId" -> parameter.usual();
            default -> own(parameter);
        };
    }

    private String own(FaultParameter parameter) {
        return switch (parameter) {
            case FaultParameter.Text text -> text.usual();
            case FaultParameter.Word word ->
                    word.words().get((int) random.below(word.words().size()));
            case FaultParameter.Whole whole -> around(whole);
        };
    }

    private String around(FaultParameter.Whole whole) {
        long usual = whole.usualValue();
        if (usual == 0) {
            long wide = whole.unit().equals("milliseconds") ? SOME_MILLIS : SMALL;
            return between(Math.max(whole.least(), -wide), Math.min(whole.most(), wide));
        }
        return between(
                Math.max(whole.least(), usual / 2), Math.min(whole.most(), usual + usual / 2));
    }

    private String between(long least, long most) {
        return Long.toString(least + random.below(most - least + 1));
    }
}
