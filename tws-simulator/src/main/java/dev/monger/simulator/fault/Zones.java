package dev.monger.simulator.fault;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of time zones that no client knows. */
final class Zones {
    private static final Pattern TIME = Pattern.compile("(.*\\d\\d:\\d\\d:\\d\\d) ?.*");

    private Zones() {}

    /** A time with the name of its zone replaced; what is no time stays as it is. */
    static String unknown(String time, Fault fault) {
        Matcher matcher = TIME.matcher(time);
        String zone =
                fault.has("zone", "localized")
                        ? "\u4e2d\u56fd\u6807\u51c6\u65f6\u95f4"
                        : "Mars/Olympus Mons";
        return matcher.matches() ? matcher.group(1) + " " + zone : time;
    }
}
