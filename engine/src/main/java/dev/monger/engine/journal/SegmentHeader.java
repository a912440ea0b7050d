package dev.monger.engine.journal;

/**
 * What stands at the front of a segment.
 *
 * @param programVersion of the program that wrote it; a replay names it
 * @param service for example {@code monger}
 * @param subject what the service is for: a ticker, an account, or the fleet
 * @param journalId tells a journal from another of the same service whose disk was lost
 * @param firstIndex index of the first record
 */
public record SegmentHeader(
        String programVersion, String service, String subject, String journalId, long firstIndex) {

    /** The one format this program writes and reads. */
    public static final int FORMAT_VERSION = 1;
}
