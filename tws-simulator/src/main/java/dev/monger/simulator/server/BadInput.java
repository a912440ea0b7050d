package dev.monger.simulator.server;

/** Something a user gave cannot be used: says what, where, and what would be right. */
public final class BadInput extends Exception {
    private static final long serialVersionUID = 1L;

    /** A problem in the words the user reads. */
    public BadInput(String message) {
        super(message);
    }
}
