package dev.monger.core.portfolio;

/** One enumeration: a list that did not end is unknown, never empty. */
public sealed interface Poll {

    /** Not asked in this session. */
    record Never() implements Poll {}

    /** Asked, its end not seen; {@code earlier} tells whether one ended before in this session. */
    record Asked(long atNanos, boolean earlier) implements Poll {}

    /** Its end was seen. */
    record Ended(long askedNanos, long endedNanos) implements Poll {}

    /** Returns the poll after its question left. */
    default Poll asked(long atNanos) {
        return switch (this) {
            case Never _ -> new Asked(atNanos, false);
            case Asked asked -> new Asked(atNanos, asked.earlier());
            case Ended _ -> new Asked(atNanos, true);
        };
    }

    /** Returns the poll after its end came; an end nobody asked for says nothing. */
    default Poll ended(long atNanos) {
        return switch (this) {
            case Never never -> never;
            case Asked asked -> new Ended(asked.atNanos(), atNanos);
            case Ended ended -> ended;
        };
    }

    /** Tells whether a complete list was had in this session. */
    default boolean complete() {
        return switch (this) {
            case Never _ -> false;
            case Asked asked -> asked.earlier();
            case Ended _ -> true;
        };
    }

    /** Tells whether the answer has been waited for too long. */
    default boolean overdue(long nowNanos, long answerNanos) {
        return this instanceof Asked asked && nowNanos - asked.atNanos() > answerNanos;
    }

    /** Tells whether it is time to ask again. */
    default boolean due(long nowNanos, long pollNanos) {
        return this instanceof Ended ended && nowNanos - ended.askedNanos() >= pollNanos;
    }
}
