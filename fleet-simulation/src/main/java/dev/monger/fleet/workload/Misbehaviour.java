package dev.monger.fleet.workload;

import dev.monger.fleet.world.Chance;
import dev.monger.simulator.TwsSimulator;
import dev.monger.simulator.fault.FaultKind;
import dev.monger.simulator.fault.FaultSpec;
import java.util.ArrayList;
import java.util.List;

/** The one place that knows how the simulator's faults are switched on and off. */
final class Misbehaviour {

    private static final long MILLI_NANOS = 1_000_000L;

    private static final List<String> EXCESS =
            List.of(
                    "SECOND_INCARNATION",
                    "EXECUTION_AFTER_CANCEL",
                    "ORDER_HELD_IN_OUTAGE",
                    "LIQUIDATION",
                    "CANCEL_REFUSED");

    private static final List<String> MOVING =
            List.of("CORRECTION", "POSITION_MOVED", "LIQUIDATION");

    private Misbehaviour() {}

    /** The kinds a story may draw from. */
    static List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            if (kind != FaultKind.LINK_FLAP) {
                kinds.add(kind.name());
            }
        }
        return kinds;
    }

    /** Draws how a kind strikes. */
    static String drawn(String kind, Chance chance) {
        return kind
                + " per-thousand "
                + chance.between(200, 1000)
                + " delay "
                + chance.between(0, 15_000)
                + " times "
                + chance.between(1, 4);
    }

    static void begin(TwsSimulator broker, String text) {
        String[] words = text.split(" +", -1);
        broker.faults()
                .add(
                        new FaultSpec(
                                FaultKind.valueOf(words[0]),
                                Integer.parseInt(words[2]),
                                Long.parseLong(words[4]) * MILLI_NANOS,
                                Integer.parseInt(words[6])));
    }

    /** Whether a kind makes orders or fills that nobody asked for. */
    static boolean makesExcess(String text) {
        return EXCESS.contains(text.split(" +", -1)[0]);
    }

    /** Whether a kind moves positions or executions afterwards. */
    static boolean movesBooks(String text) {
        return MOVING.contains(text.split(" +", -1)[0]);
    }

    /** How often the kind of a text can still strike; what has struck to the end is gone. */
    static boolean spent(TwsSimulator broker, String text) {
        String kind = text.split(" +", -1)[0];
        return broker.faults().specs().stream().noneMatch(spec -> spec.kind().name().equals(kind));
    }

    static void endAll(TwsSimulator broker) {
        for (FaultKind kind : FaultKind.values()) {
            broker.faults().remove(kind);
        }
    }
}
