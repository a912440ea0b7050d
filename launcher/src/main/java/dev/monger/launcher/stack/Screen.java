package dev.monger.launcher.stack;

import java.io.Console;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What the person who started the stack sees: sentences that stay, and under them one live line for
 * each part and ticker. Where there is no terminal a line is written again when its state changes.
 */
public final class Screen {

    /** A line longer than the terminal is cut, since a second row would not be cleared. */
    private static final String NO_WRAP = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";

    private final PrintStream out;
    private final boolean terminal;
    private final TreeMap<String, String> told = new TreeMap<>();
    private List<String> board = List.of();

    /**
     * One line of the board.
     *
     * @param state what has to change for the line to be written again where there is no terminal
     * @param text the line, or several
     */
    public record Row(String state, String text) {}

    /** Writes to a stream; live only if that is a terminal. */
    public Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** The screen of this process. */
    public static Screen ofThisProcess() {
        boolean terminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        return new Screen(System.out, terminal);
    }

    /** Says something that stays. */
    public synchronized void say(String sentence) {
        clear();
        out.println(sentence);
        draw();
    }

    /** Shows the board; rows by the name of what they tell of. */
    public synchronized void show(SequencedMap<String, Row> rows) {
        if (!terminal) {
            rows.forEach((name, row) -> {
                if (!row.state().equals(told.put(name, row.state()))) {
                    out.println(row.text());
                }
            });
            out.flush();
            return;
        }
        clear();
        board = new ArrayList<>();
        rows.values().forEach(row -> row.text().lines().forEach(board::add));
        draw();
    }

    /** Takes the board away; what it tells next is of other things. */
    public synchronized void begin() {
        clear();
        board = List.of();
        told.clear();
        out.flush();
    }

    private void clear() {
        if (!board.isEmpty()) {
            out.print("\u001b[" + board.size() + "A\u001b[J");
        }
    }

    private void draw() {
        if (!board.isEmpty()) {
            out.print(NO_WRAP);
            board.forEach(out::println);
            out.print(WRAP);
        }
        out.flush();
    }
}
