package dev.monger.tws.message;

import java.util.List;

/**
 * The algorithm that works the order at the broker.
 *
 * @param strategy empty when there is none
 */
public record AlgoOrder(String strategy, List<TagValue> parameters, String algoId) {

    /** No algorithm. */
    public static final AlgoOrder NONE = new AlgoOrder("", List.of(), "");

    /** Keeps its own copy of the list. */
    public AlgoOrder {
        parameters = List.copyOf(parameters);
    }
}
