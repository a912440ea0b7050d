package dev.monger.engine;

/** What happened to a monger's process. */
public sealed interface ProcessChange {

    /** It runs. */
    record Started(long processId) implements ProcessChange {}

    /** It answers that it is ready. */
    record Ready() implements ProcessChange {}

    /** It has ended. */
    record Ended(int exitCode) implements ProcessChange {}

    /** It could not be started. */
    record Refused(String reason) implements ProcessChange {}
}
