package dev.monger.fleet.workload;

/**
 * A deed and its time.
 *
 * @param millis since the story began
 */
public record Happening(long millis, Deed deed) {

    /** A line of a script. */
    public String text() {
        return millis + " " + deed.text();
    }
}
