package dev.monger.launcher.stack;

/** Says in a sentence why something is not done, with the exit code that goes with it. */
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    /** Exit code: a residual is left. */
    public static final int RESIDUAL = 1;

    /** Exit code: the arguments or the environment were wrong. */
    public static final int BAD_INPUT = 2;

    /** Exit code: a part did not come up, or went down for good. */
    public static final int PART_DOWN = 3;

    private final int exitCode;

    /** Refuses with a sentence for the person at the terminal. */
    public Refusal(int exitCode, String text) {
        super(text);
        this.exitCode = exitCode;
    }

    /** Refuses with a sentence for the person at the terminal, and what lay behind it. */
    public Refusal(int exitCode, String text, Throwable cause) {
        super(text, cause);
        this.exitCode = exitCode;
    }

    /** The exit code of the launcher. */
    public int exitCode() {
        return exitCode;
    }
}
