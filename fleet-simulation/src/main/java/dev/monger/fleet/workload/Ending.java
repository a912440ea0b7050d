package dev.monger.fleet.workload;

import dev.monger.fleet.checker.Findings;
import dev.monger.fleet.checker.Sight;
import dev.monger.fleet.world.World;
import dev.monger.schemas.CommandOutcome;
import dev.monger.schemas.CommandResult;
import dev.monger.schemas.Topics;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The end of a story: STOP for all must end in DONE, and then nothing of ours may be left. */
final class Ending {

    static final String ID = "the-end";

    private final World world;
    private final Sight sight;
    private final Findings findings;
    private final List<String> tickers;

    Ending(World world, Sight sight, Findings findings, List<String> tickers) {
        this.world = world;
        this.sight = sight;
        this.findings = findings;
        this.tickers = tickers;
    }

    private SortedMap<String, String> told() {
        SortedMap<String, String> told = new TreeMap<>();
        for (var publish : world.published()) {
            if (publish.topic().equals(Topics.COMMAND_RESULTS.name())
                    && publish.value() instanceof CommandResult result
                    && result.getCommandId().equals(ID)
                    && (result.getOutcome() == CommandOutcome.DONE
                            || result.getOutcome() == CommandOutcome.FAILED)) {
                told.put(result.getTicker(), result.getOutcome() + " " + result.getText());
            }
        }
        return told;
    }

    /** Whether nothing runs any more. */
    boolean reached() {
        return tickers.stream().noneMatch(ticker -> world.monger(ticker).alive())
                || !findings.none();
    }

    void judge() {
        SortedMap<String, String> told = told();
        for (String ticker : tickers) {
            boolean stopped = !world.monger(ticker).alive();
            String word = told.getOrDefault(ticker, "");
            if (!stopped && !word.startsWith("DONE")) {
                findings.add(7, "at the end, STOP of " + ticker + " came to: '" + word + "'");
            }
            if (sight.closable(ticker)) {
                findings.add(
                        7,
                        "at the end, "
                                + ticker
                                + " has "
                                + sight.own(ticker)
                                + " shares or orders left, told was: '"
                                + word
                                + "'");
            }
        }
    }
}
