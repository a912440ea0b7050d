package dev.monger.simulator.front;

import dev.monger.simulator.backend.BackendListener;
import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.Execution;
import dev.monger.simulator.fault.Link;
import dev.monger.simulator.fault.Turn;
import dev.monger.simulator.venue.MarketEvent;
import dev.monger.simulator.venue.Session;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Everything the broker tells TWS goes through here, and as far as the {@link Link} lets it.
 *
 * <p>What happens to orders while the link is lost is told later as it was when it happened.
 * Positions are told as they are by then, each once. Market data of that time never come: running
 * lines show how the market stands by then.
 */
public final class LinkGate implements BackendListener {
    private final Front front;
    private final Link link;
    private final Set<Position> moved = new LinkedHashSet<>();
    private boolean marketMoved;

    /** A gate before this TWS. */
    public LinkGate(Front front, Link link) {
        this.front = front;
        this.link = link;
    }

    private record Position(String account, int conId) {}

    private BrokerOrder asItIs(BrokerOrder order) {
        return link.lets(Turn.ORDERS) ? order : order.copy();
    }

    @Override
    public void orderChanged(BrokerOrder order) {
        BrokerOrder now = asItIs(order);
        link.pass(Turn.ORDERS, () -> front.orderChanged(now));
    }

    @Override
    public void statusChanged(BrokerOrder order) {
        BrokerOrder now = asItIs(order);
        link.pass(Turn.ORDERS, () -> front.statusChanged(now));
    }

    @Override
    public void executed(BrokerOrder order, Execution execution) {
        BrokerOrder now = asItIs(order);
        link.pass(Turn.ORDERS, () -> front.executed(now, execution));
    }

    @Override
    public void commissionKnown(BrokerOrder order, Execution execution) {
        BrokerOrder now = asItIs(order);
        link.pass(Turn.ORDERS, () -> front.commissionKnown(now, execution));
    }

    @Override
    public void orderNoticed(BrokerOrder order, int code, String text) {
        BrokerOrder now = asItIs(order);
        link.pass(Turn.ORDERS, () -> front.orderNoticed(now, code, text));
    }

    @Override
    public void positionChanged(String account, int conId) {
        Position position = new Position(account, conId);
        if (link.lets(Turn.POSITIONS)) {
            front.positionChanged(account, conId);
        } else if (moved.add(position)) {
            link.pass(
                    Turn.POSITIONS,
                    () -> {
                        moved.remove(position);
                        front.positionChanged(account, conId);
                    });
        }
    }

    @Override
    public void marketChanged(MarketEvent event) {
        if (link.lets(Turn.STREAMS)) {
            front.marketChanged(event);
        } else {
            showMarketLater();
        }
    }

    @Override
    public void sessionChanged(Session session) {
        if (link.lets(Turn.STREAMS)) {
            front.showMarket();
        } else {
            showMarketLater();
        }
    }

    private void showMarketLater() {
        if (!marketMoved) {
            marketMoved = true;
            link.pass(
                    Turn.STREAMS,
                    () -> {
                        marketMoved = false;
                        front.showMarket();
                    });
        }
    }

    /** The rights to an instrument's data changed. */
    public void rightsChanged(int conId) {
        link.pass(Turn.STREAMS, () -> front.rightsChanged(conId));
    }

    @Override
    public void orderIdUsed(int clientId, int orderId) {
        // TWS counts the ids itself.
    }

    @Override
    public void dayBegan() {
        // A new day is not told by itself.
    }
}
