package dev.monger.simulator.backend;

import java.util.List;

/**
 * The broker's books as they stood at one moment, whatever happened since: orders, executions,
 * positions, cash, and the prices that positions are valued at.
 */
public record BooksAtMoment(
        List<BrokerOrder> openOrders,
        List<BrokerOrder> allOrders,
        List<Execution> revisions,
        List<AccountBooks> allBooks)
        implements BrokerBooks {

    /** Writes books down as they stand now. */
    public static BooksAtMoment of(BrokerBooks books) {
        List<BrokerOrder> orders = books.allOrders().stream().map(BrokerOrder::copy).toList();
        return new BooksAtMoment(
                orders.stream().filter(BrokerOrder::isLive).toList(),
                orders,
                List.copyOf(books.revisions()),
                books.allBooks().stream().map(AccountBooks::copy).toList());
    }
}
