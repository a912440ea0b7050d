package dev.monger.engine.journal;

/**
 * Where in a topic an input came from, so that reading goes on there after a restart.
 *
 * @param partition the partition, or -1 for an input that came from no topic
 * @param offset the record's offset, or -1
 */
public record Origin(int partition, long offset) {

    /** Of an input that came from no topic. */
    public static final Origin NONE = new Origin(-1, -1);
}
