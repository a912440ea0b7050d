package dev.monger.fleet.workload;

import dev.monger.fleet.world.Chance;
import dev.monger.simulator.TwsSimulator;
import dev.monger.simulator.fault.Fault;
import dev.monger.simulator.fault.FaultKind;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The one place that knows how the simulator's faults are switched on and off. */
final class Misbehaviour {

    private static final List<FaultKind> KINDS =
            List.of(
                    FaultKind.DUPLICATE_STATUS,
                    FaultKind.MISSING_STATUS,
                    FaultKind.EXECUTION_FIRST,
                    FaultKind.LATE_COMMISSION,
                    FaultKind.SWALLOWED_ORDER,
                    FaultKind.DROP_BEFORE_ORDER,
                    FaultKind.DROP_AFTER_ORDER);

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

    /**
     * The kinds a story may draw from. The others the simulator knows can be played by a script,
     * and are drawn once the fleet is known to bear them.
     */
    static List<String> kinds() {
        return KINDS.stream().map(FaultKind::name).toList();
    }

    /** Draws how a kind strikes. */
    static String drawn(String kind, Chance chance) {
        String text =
                kind
                        + " perThousand="
                        + chance.between(200, 1000)
                        + " times="
                        + chance.between(1, 4);
        return kind.equals(FaultKind.LATE_COMMISSION.name())
                ? text + " delayMillis=" + chance.between(1, 15_000)
                : text;
    }

    /** TWS and the broker are apart for a while, beginning now. */
    static void flapLink(TwsSimulator broker, long millis) {
        broker.faults()
                .switchOn(
                        Fault.of(FaultKind.LINK_STORM)
                                .with("times", 1)
                                .with("outageMillis", millis));
    }

    static void begin(TwsSimulator broker, String text) {
        String[] words = text.split(" +", -1);
        SortedMap<String, String> values = new TreeMap<>();
        for (int at = 1; at < words.length; at++) {
            String[] pair = words[at].split("=", 2);
            values.put(pair[0], pair[1]);
        }
        switch (Fault.read(words[0], values)) {
            case Fault.Reading.Read read -> broker.faults().switchOn(read.fault());
            case Fault.Reading.Refused refused ->
                    throw new IllegalArgumentException(
                            "Condition failed: " + text + ": " + refused.problems());
        }
    }

    /** Whether a kind makes orders or fills that nobody asked for. */
    static boolean makesExcess(String text) {
        return EXCESS.contains(text.split(" +", -1)[0]);
    }

    /** Whether a kind moves positions or executions afterwards. */
    static boolean movesBooks(String text) {
        return MOVING.contains(text.split(" +", -1)[0]);
    }

    /** Whether the kind of a text has struck. */
    static boolean struck(TwsSimulator broker, String text) {
        return broker.faults().strikes(FaultKind.valueOf(text.split(" +", -1)[0])) > 0;
    }

    static void endAll(TwsSimulator broker) {
        broker.faults().calm();
    }
}
