package dev.monger.core.monger;

/** The halted latch, above all states: only a reset that names the breach lifts it. */
public sealed interface LatchState {

    /** Nothing is breached. */
    record Clear() implements LatchState {}

    /**
     * A breach has latched; later breaches do not replace the first.
     *
     * @param breach what a reset must name
     */
    record Halted(String breach, String text) implements LatchState {}

    /** Tells whether a breach has latched. */
    default boolean halted() {
        return this instanceof Halted;
    }

    /** Returns the latch after a breach. */
    default LatchState tripped(String breach, String text) {
        return switch (this) {
            case Clear _ -> new Halted(breach, text);
            case Halted _ -> this;
        };
    }

    /** Returns the latch after a reset that names a breach: another name lifts nothing. */
    default LatchState reset(String breach) {
        return switch (this) {
            case Clear _ -> this;
            case Halted halted -> halted.breach().equals(breach) ? new Clear() : this;
        };
    }
}
