package dev.monger.shell;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * How far a journal has been published, as Kafka keeps it together with the records.
 *
 * @param through index of the first record that is not published
 * @param session of the writer
 * @param journalId of the journal
 */
record Published(long through, long session, String journalId) {

    /** Reads what was committed; what we did not write counts as before every session. */
    static Published of(OffsetAndMetadata committed) {
        String text = committed.metadata();
        int blank = text.indexOf(' ');
        if (blank <= 0 || !text.substring(0, blank).matches("[0-9]{1,18}")) {
            return new Published(committed.offset(), -1, text);
        }
        return new Published(
                committed.offset(),
                Long.parseLong(text.substring(0, blank)),
                text.substring(blank + 1));
    }

    OffsetAndMetadata toCommit() {
        return new OffsetAndMetadata(through, session + " " + journalId);
    }
}
