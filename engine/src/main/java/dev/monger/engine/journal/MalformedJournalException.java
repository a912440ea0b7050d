package dev.monger.engine.journal;

/** Bytes that no writer of ours makes; becomes {@link Decoded.Corrupt} at the package's edge. */
final class MalformedJournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedJournalException(String reason) {
        super(reason);
    }
}
