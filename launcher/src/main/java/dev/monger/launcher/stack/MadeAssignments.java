package dev.monger.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Assignments for as many tickers as are asked for: the rules of a file, other tickers. */
public final class MadeAssignments {

    /** As many as one gateway can take. */
    public static final int MOST = WellKnown.TICKERS.size();

    private MadeAssignments() {}

    /** Writes a file with the rules that stand before {@code assignments:} in another. */
    public static void write(Path rules, int tickers, Path target) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(rules)) {
            if (line.startsWith("assignments:")) {
                break;
            }
            lines.add(line);
        }
        lines.add("assignments:");
        for (String ticker : WellKnown.TICKERS.subList(0, tickers)) {
            lines.add("  - ticker: " + ticker);
        }
        Files.write(target, lines);
    }
}
