package dev.monger.core.manager;

import dev.monger.core.model.ClientId;
import dev.monger.core.model.Ticker;

/**
 * One ticker of the fleet.
 *
 * @param ticker its name
 * @param clientId kept for life
 * @param epoch of its latest lease, 0 before the first
 * @param life of its process
 * @param heard when it last said a word, and what
 */
public record Member(Ticker ticker, ClientId clientId, long epoch, ProcessLife life, Heard heard) {

    /**
     * A monger's latest word.
     *
     * @param atNanos when, by the monotonic clock
     * @param position its own share and working orders as a sentence
     * @param missed whether its silence has been told
     */
    public record Heard(long atNanos, String position, boolean missed) {

        /** Nothing yet. */
        static final Heard NOTHING = new Heard(0, "its position was never told", false);
    }

    Member with(ProcessLife value) {
        return new Member(ticker, clientId, epoch, value, heard);
    }

    Member with(Heard value) {
        return new Member(ticker, clientId, epoch, life, value);
    }

    Member withEpoch(long value) {
        return new Member(ticker, clientId, value, life, heard);
    }
}
