package dev.monger.endurance;

import java.util.ArrayList;
import java.util.List;

/** All kinds there are; a new one is a line here. */
final class Trials {

    /**
     * One kind.
     *
     * @param unit what its progress counts
     */
    record Kind(String name, String unit, String what, Trial trial) {}

    private Trials() {}

    static List<Kind> of(EnduranceOptions options) {
        List<Kind> kinds = new ArrayList<>();
        kinds.add(
                new Kind(
                        "fuzz",
                        "frames",
                        "broken frames, both roles: no exception, no hang, bounded memory",
                        new FuzzTrial(options.number("frames"))));
        kinds.add(
                new Kind(
                        "soak",
                        "seconds",
                        "many clients at one simulator: nothing grows, no order message is lost",
                        new SoakTrial(soak(options))));
        kinds.add(
                new Kind(
                        "seeds",
                        "days",
                        "hostile days of the fleet, a seed each: every invariant holds",
                        new SeedTrial(
                                options.number("seeds"),
                                options.number("from"),
                                (int) options.number("threads"))));
        return kinds;
    }

    private static SoakSettings soak(EnduranceOptions options) {
        return new SoakSettings(
                (int) options.number("clients"),
                (int) options.number("lines"),
                (int) options.number("updates"),
                (int) options.number("seconds"),
                (int) options.number("orders"));
    }
}
