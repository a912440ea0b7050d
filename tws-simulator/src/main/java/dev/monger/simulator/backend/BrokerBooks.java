package dev.monger.simulator.backend;

import java.util.List;

/** What can be read of orders, executions and accounts: as they are, or as they once were. */
public interface BrokerBooks {

    /** Orders that live, oldest first. */
    List<BrokerOrder> openOrders();

    /** Every order ever, oldest first. */
    List<BrokerOrder> allOrders();

    /** Every execution and every correction of one, oldest first. */
    List<Execution> revisions();

    /** The books of all accounts. */
    List<AccountBooks> allBooks();
}
