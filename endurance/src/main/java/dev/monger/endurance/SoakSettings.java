package dev.monger.endurance;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How hard and how long.
 *
 * @param lines instruments that each client watches
 * @param updates of each line, in a second
 * @param ordersPerMinute that each client places
 */
record SoakSettings(int clients, int lines, int updates, int seconds, int ordersPerMinute) {

    List<String> symbols() {
        return IntStream.range(0, lines)
                .mapToObj(index -> "SOAK" + (char) ('A' + index / 26) + (char) ('A' + index % 26))
                .toList();
    }

    /** What the simulator is told; quotes come more often than they are shown. */
    String[] simulatorArguments() {
        int ticksMillis = 1000 / updates;
        return new String[] {
            "--always-open",
            "--symbols=" + String.join(",", symbols()),
            "--history=0",
            "--halts=0",
            "--cash=1000000000",
            "--master-client-id=-1",
            // Some updates leave the bid as it was, by which they are counted.
            "--ticks=" + Math.max(1, ticksMillis * 4 / 5),
            "--pace=" + Math.max(1, ticksMillis / 2)
        };
    }

    @Override
    public String toString() {
        return clients
                + " clients, "
                + lines
                + " lines each, "
                + updates
                + " updates a second, "
                + ordersPerMinute
                + " orders a minute and client, "
                + seconds
                + " s";
    }
}
