package dev.monger.simulator.backend;

import dev.monger.simulator.venue.MarketEvent;
import dev.monger.simulator.venue.Session;

/** Hears everything that happens at the broker, at the moment it happens and in order. */
public interface BackendListener {

    /** An order was accepted or changed: TWS answers with openOrder and orderStatus. */
    void orderChanged(BrokerOrder order);

    /** Only the status changed: TWS answers with orderStatus alone. */
    void statusChanged(BrokerOrder order);

    /** Part of an order traded; the books already show it. */
    void executed(BrokerOrder order, Execution execution);

    /** The commission of a trade is known. */
    void commissionKnown(BrokerOrder order, Execution execution);

    /** The broker says something about an order, by TWS's code. */
    void orderNoticed(BrokerOrder order, int code, String text);

    /** A position or the cash of an account changed. */
    void positionChanged(String account, int conId);

    /** The market of an instrument changed. */
    void marketChanged(MarketEvent event);

    /** A new part of the trading day began; the orders already show it. */
    void sessionChanged(Session session);

    /** A client used or saw an order id above all it had used or seen before. */
    void orderIdUsed(int clientId, int orderId);

    /** A new trading day began; the books already show it. */
    void dayBegan();
}
