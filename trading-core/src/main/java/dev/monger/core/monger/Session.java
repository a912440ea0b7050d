package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.ClientId;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.Instants;
import dev.monger.core.model.LeaseEpoch;
import dev.monger.core.model.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * Who the monger is and what it was told to do.
 *
 * @param assignment null until one was received, or after it was withdrawn
 * @param terms null until the broker has confirmed the contract
 * @param confirmAsked when the contract was last asked for; null for never in this link
 * @param subscribed whether streams are subscribed on this link
 * @param superseded whether a lease names another session
 * @param caughtUp whether topics were read to their ends
 * @param permit the permit heard last; null for none in this session
 */
public record Session(
        Ticker ticker,
        LeaseEpoch epoch,
        ClientId clientId,
        @Nullable Assignment assignment,
        @Nullable ContractTerms terms,
        @Nullable Instants confirmAsked,
        boolean subscribed,
        boolean superseded,
        boolean caughtUp,
        @Nullable HeardPermit permit) {

    /** What was heard of the account's risk, and when. */
    public record HeardPermit(boolean clear, long monotonicNanos) {}

    static Session of(Ticker ticker, LeaseEpoch epoch, ClientId clientId) {
        return new Session(ticker, epoch, clientId, null, null, null, false, false, false, null);
    }

    /** A new process keeps what it was told to do, and nothing of what it was connected to. */
    Session restarted(LeaseEpoch newEpoch, ClientId newClientId) {
        return new Session(
                ticker, newEpoch, newClientId, assignment, terms, null, false, false, false, null);
    }

    Session withAssignment(@Nullable Assignment value) {
        return new Session(
                ticker,
                epoch,
                clientId,
                value,
                terms,
                confirmAsked,
                subscribed,
                superseded,
                caughtUp,
                permit);
    }

    Session withTerms(@Nullable ContractTerms value) {
        return new Session(
                ticker,
                epoch,
                clientId,
                assignment,
                value,
                confirmAsked,
                subscribed,
                superseded,
                caughtUp,
                permit);
    }

    Session withConfirmAsked(@Nullable Instants value) {
        return new Session(
                ticker,
                epoch,
                clientId,
                assignment,
                terms,
                value,
                subscribed,
                superseded,
                caughtUp,
                permit);
    }

    Session withSubscribed(boolean value) {
        return new Session(
                ticker,
                epoch,
                clientId,
                assignment,
                terms,
                confirmAsked,
                value,
                superseded,
                caughtUp,
                permit);
    }

    Session withSuperseded(boolean value) {
        return new Session(
                ticker,
                epoch,
                clientId,
                assignment,
                terms,
                confirmAsked,
                subscribed,
                value,
                caughtUp,
                permit);
    }

    Session withCaughtUp(boolean value) {
        return new Session(
                ticker,
                epoch,
                clientId,
                assignment,
                terms,
                confirmAsked,
                subscribed,
                superseded,
                value,
                permit);
    }

    Session withPermit(@Nullable HeardPermit value) {
        return new Session(
                ticker,
                epoch,
                clientId,
                assignment,
                terms,
                confirmAsked,
                subscribed,
                superseded,
                caughtUp,
                value);
    }
}
