package dev.monger.fleet.workload;

import dev.monger.fleet.world.Chance;
import java.util.SortedMap;
import java.util.TreeMap;

/** Fields of the assignment that differ from story to story; a switch of each is its name. */
final class AssignedRules {

    private static final String PREFIX = "rule:";

    private AssignedRules() {}

    /** Draws them into the switches of a story. */
    static void draw(Chance chance, SortedMap<String, String> switches) {
        put(switches, "entry.spacing", chance.between(2, 4) + "s");
        put(switches, "exit.maximumHolding", chance.between(8, 25) + "s");
        put(switches, "entry.coolDownAfterStop", chance.between(1, 4) + "s");
    }

    private static void put(SortedMap<String, String> switches, String field, String value) {
        switches.put(PREFIX + field, value);
    }

    /** Returns the fields that the switches of a story name, with their values. */
    static SortedMap<String, String> of(SortedMap<String, String> switches) {
        SortedMap<String, String> fields = new TreeMap<>();
        switches.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                fields.put(name.substring(PREFIX.length()), value);
            }
        });
        return fields;
    }
}
