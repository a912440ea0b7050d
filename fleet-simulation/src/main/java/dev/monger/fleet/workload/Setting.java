package dev.monger.fleet.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a story plays.
 *
 * @param seed of the market, of the chance by which faults strike, and of the noise of the world
 * @param tickers two to four
 * @param switches how the broker treats brackets, cancels and groups, and what limits there are, by
 *     the names in {@link BrokerSwitches}
 * @param millis how long the storm lasts
 */
public record Setting(
        long seed, List<String> tickers, SortedMap<String, String> switches, long millis) {

    /** Keeps copies. */
    public Setting {
        tickers = List.copyOf(tickers);
        switches = new TreeMap<>(switches);
    }

    /** The first line of a script. */
    public String text() {
        List<String> words = new ArrayList<>();
        words.add("story seed=" + seed);
        words.add("tickers=" + String.join(",", tickers));
        words.add("millis=" + millis);
        switches.forEach((name, value) -> words.add(name + "=" + value));
        return String.join(" ", words);
    }

    /**
     * Reads the first line of a script.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Setting read(String line) {
        SortedMap<String, String> values = new TreeMap<>();
        String[] words = line.strip().split(" +", -1);
        for (String word : words) {
            String[] pair = word.split("=", 2);
            if (pair.length == 2) {
                values.put(pair[0], pair[1]);
            }
        }
        String seed = values.remove("seed");
        String tickers = values.remove("tickers");
        String millis = values.remove("millis");
        if (!words[0].equals("story") || seed == null || tickers == null || millis == null) {
            throw new IllegalArgumentException(
                    "Condition failed: a first line such as 'story seed=1 tickers=SPY,IBM millis=40000', not '"
                            + line
                            + "'");
        }
        return new Setting(
                Long.parseLong(seed),
                List.of(tickers.split(",", -1)),
                values,
                Long.parseLong(millis));
    }
}
