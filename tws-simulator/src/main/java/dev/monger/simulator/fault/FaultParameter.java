package dev.monger.simulator.fault;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Something about a fault that can be chosen: its name, what it may be and what it usually is. */
public sealed interface FaultParameter {

    /** Its name, as users write it. */
    String name();

    /** What it is when nothing is said. */
    String usual();

    /** What it means, without the name and without a full stop. */
    String sentence();

    /** What may be given, in words. */
    String right();

    /** Whether a text may be given. */
    boolean takes(String text);

    /**
     * A whole number.
     *
     * @param unit what is counted
     * @param least the smallest allowed
     * @param most the largest allowed
     * @param usualValue when nothing is said
     */
    record Whole(String name, String unit, long least, long most, long usualValue, String sentence)
            implements FaultParameter {
        @Override
        public String usual() {
            return Long.toString(usualValue);
        }

        @Override
        public String right() {
            return "a whole number from " + least + " to " + most + " (" + unit + ")";
        }

        @Override
        public boolean takes(String text) {
            boolean digits = text.matches("-?[0-9]{1,18}");
            return digits && Long.parseLong(text) >= least && Long.parseLong(text) <= most;
        }
    }

    /**
     * One of several words.
     *
     * @param words all there are, the usual one first
     */
    record Word(String name, List<String> words, String sentence) implements FaultParameter {
        @Override
        public String usual() {
            return words.getFirst();
        }

        @Override
        public String right() {
            return "one of " + String.join(", ", words);
        }

        @Override
        public boolean takes(String text) {
            return words.contains(text);
        }
    }

    /** A name of something, usually empty. */
    record Text(String name, String sentence) implements FaultParameter {
        private static final int LONGEST = 20;

        @Override
        public String usual() {
            return "";
        }

        @Override
        public String right() {
            return "a name of at most "
                    + LONGEST
                    + " letters, digits, points and blanks, or nothing";
        }

        @Override
        public boolean takes(String text) {
            return text.matches("[A-Za-z0-9. ]{0," + LONGEST + "}");
        }
    }

    /** Reads a line of the catalogue. */
    static FaultParameter of(String line) {
        Matcher whole =
                Pattern.compile("(\\w+) (-?\\d+)\\.\\.(\\d+) = (-?\\d+) (\\w+): (.+)")
                        .matcher(line);
        if (whole.matches()) {
            return new Whole(
                    whole.group(1),
                    whole.group(5),
                    Long.parseLong(whole.group(2)),
                    Long.parseLong(whole.group(3)),
                    Long.parseLong(whole.group(4)),
                    whole.group(6));
        }
        Matcher other = Pattern.compile("(\\w+) (\\S+): (.+)").matcher(line);
        if (!other.matches()) {
            throw new IllegalStateException("Invariant: the catalogue can be read, line " + line);
        }
        return other.group(2).equals("text")
                ? new Text(other.group(1), other.group(3))
                : new Word(
                        other.group(1), List.of(other.group(2).split("\\|", -1)), other.group(3));
    }
}
