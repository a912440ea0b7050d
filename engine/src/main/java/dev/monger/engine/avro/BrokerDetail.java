package dev.monger.engine.avro;

import dev.monger.schemas.Liquidity;

/**
 * What the broker says of an execution or order that no decision needs, but that readers of the
 * topics want.
 */
public interface BrokerDetail {

    /**
     * Returns the order id under which an order was last sent; zero when this session never did.
     */
    int orderIdOf(String orderRef);

    /** Returns what is known of an execution besides its price and size. */
    ExecutionDetail executionDetail(String execId);

    /**
     * The rest of an execution.
     *
     * @param orderId id on its client
     * @param clientId whose order it was
     * @param exchange where it traded; empty when not known
     * @param liquidity whether it added or took
     */
    record ExecutionDetail(int orderId, int clientId, String exchange, Liquidity liquidity) {

        /** Nothing is known. */
        public static final ExecutionDetail UNKNOWN =
                new ExecutionDetail(0, 0, "", Liquidity.UNKNOWN);
    }
}
