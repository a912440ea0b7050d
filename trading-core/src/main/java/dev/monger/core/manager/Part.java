package dev.monger.core.manager;

/** How far a command has come with one of its targets; it ends exactly once. */
public sealed interface Part {

    /** Sent, nothing heard. */
    record Sent() implements Part {}

    /** The target took it. */
    record Accepted(String text) implements Part {}

    /** Ended as it was meant to. */
    record Done(String proof) implements Part {}

    /**
     * Ended otherwise.
     *
     * @param residual what is left, or what is not known
     */
    record Failed(String residual) implements Part {}

    /** Tells whether nothing more will be said. */
    default boolean ended() {
        return switch (this) {
            case Done _, Failed _ -> true;
            case Sent _, Accepted _ -> false;
        };
    }
}
