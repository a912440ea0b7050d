package dev.monger.manager;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command as {@code GET /api/commands/{id}} tells it.
 *
 * @param id names it
 * @param kind one of the words of CommandKind
 * @param issuedAt when it was asked, in UTC
 * @param deadline by when it has ended, in UTC
 * @param ended whether every addressed ticker has DONE or FAILED
 * @param results by ticker
 */
public record CommandState(
        String id,
        String kind,
        Instant issuedAt,
        Instant deadline,
        boolean ended,
        List<PartState> results) {

    /** Keeps an immutable copy. */
    public CommandState {
        results = List.copyOf(results);
    }

    /**
     * How far one target has come.
     *
     * @param ticker the target
     * @param outcome one of the words of CommandOutcome
     * @param text the same in a sentence
     * @param proof for DONE, what proves it
     * @param residualPosition for an end that is not flat, the own share left
     * @param residualOrders for an end that is not flat, the working orders left
     */
    public record PartState(
            String ticker,
            String outcome,
            String text,
            @Nullable String proof,
            @Nullable String residualPosition,
            List<String> residualOrders) {

        /** Keeps an immutable copy. */
        public PartState {
            residualOrders = List.copyOf(residualOrders);
        }
    }
}
