package dev.monger.fleet.workload;

import dev.monger.fleet.world.Stage;
import dev.monger.schemas.CommandKind;
import java.util.Locale;

/** Reads a deed from the words of a script's line. */
final class DeedReader {

    private DeedReader() {}

    /**
     * Returns the deed.
     *
     * @throws IllegalArgumentException when the words are none
     */
    static Deed read(String text) {
        String[] w = text.strip().split(" +", -1);
        try {
            Deed deed = deed(w, text.strip());
            if (!deed.text().equals(String.join(" ", w))) {
                throw new IllegalArgumentException("read as '" + deed.text() + "'");
            }
            return deed;
        } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
            throw new IllegalArgumentException(
                    "Condition failed: a deed such as 'pause monger-SPY for 2000', not '"
                            + text
                            + "': "
                            + wrong.getMessage(),
                    wrong);
        }
    }

    private static Deed deed(String[] w, String text) {
        return switch (w[0]) {
            case "signal" -> new Deed.Signal(w[1], w[2].equals("up"));
            case "kill" ->
                    new Deed.Kill(w[1], Stage.valueOf(upper(w[3])), whole(w[4]), whole(w[6]));
            case "pause" -> new Deed.Pause(w[1], whole(w[3]));
            case "restart" -> new Deed.Restart(w[1]);
            case "lose-disk" -> new Deed.LoseDisk(w[1]);
            case "fill-disk" -> new Deed.FillDisk(w[1], whole(w[3]), whole(w[5]));
            case "cut-topics" -> new Deed.CutTopics(w[1], whole(w[3]));
            case "slow-topics" -> new Deed.SlowTopics(w[1], whole(w[3]), whole(w[5]));
            case "repeat-topics" -> new Deed.RepeatTopics(w[1], whole(w[3]));
            case "restart-tws" -> new Deed.RestartFront();
            case "flap-link" -> new Deed.FlapLink(whole(w[2]));
            case "misbehave" -> new Deed.Misbehave(text.substring("misbehave ".length()));
            case "hand-types" -> new Deed.HandTypes(w[1], w[2].equals("buy"), whole(w[3]));
            case "hand-closes" -> new Deed.HandCloses(w[1]);
            case "hand-cancels" -> new Deed.HandCancels(w[1], w[2]);
            case "hand-changes" -> new Deed.HandChanges(w[1], w[2], whole(w[4]), whole(w[6]));
            case "command" ->
                    new Deed.Command(
                            CommandKind.valueOf(upper(w[1])),
                            w[2],
                            whole(w[4]),
                            w[5].equals("door"));
            case "reset" -> new Deed.Reset(w[1]);
            case "jump" -> new Deed.Jump(w[1], whole(w[2]));
            case "halt" -> new Deed.Halt(w[1], whole(w[3]));
            default -> throw new IllegalArgumentException("no such deed");
        };
    }

    private static int whole(String word) {
        return Integer.parseInt(word);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
