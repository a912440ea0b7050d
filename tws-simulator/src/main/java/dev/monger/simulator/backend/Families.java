package dev.monger.simulator.backend;

import dev.monger.simulator.venue.Agenda;
import dev.monger.simulator.venue.Venue;
import java.util.ArrayList;
import java.util.List;

/** What one order's fate does to others: children of a parent, members of an OCA group. */
final class Families {
    private static final int CANCEL_REST = 1;
    private static final int REDUCE_WITHOUT_BLOCK = 3;

    private final BackendSettings settings;
    private final OrderStore store;
    private final OrderDesk desk;
    private final Agenda agenda;
    private final Venue venue;

    Families(
            BackendSettings settings,
            OrderStore store,
            OrderDesk desk,
            Agenda agenda,
            Venue venue) {
        this.settings = settings;
        this.store = store;
        this.desk = desk;
        this.agenda = agenda;
        this.venue = venue;
    }

    /** Shares of an order traded. */
    void filled(BrokerOrder order, long shares) {
        parentFilled(order, shares);
        memberFilled(order, shares);
    }

    /** An order ended without trading all of it. */
    void cancelled(BrokerOrder order) {
        BrokerOrder parent = order.parentPermId == 0 ? null : store.get(order.parentPermId);
        if (parent != null && order.terms.cancelsParent() && parent.isLive()) {
            desk.cancel(parent, "");
        }
        for (BrokerOrder child : store.children(order.permId)) {
            boolean release =
                    order.filledShares > 0
                            && settings.brackets().parentCancel()
                                    == BackendSettings.ParentCancel.RELEASES_CHILDREN;
            if (release) {
                if (child.heldByParent) {
                    child.terms = child.terms.withShares(order.filledShares);
                    release(child);
                }
            } else {
                desk.cancel(child, "");
            }
        }
        if (settings.oca().cancelSpreads()) {
            for (BrokerOrder sibling : siblings(order)) {
                desk.cancel(sibling, "");
            }
        }
    }

    private void parentFilled(BrokerOrder parent, long shares) {
        boolean whole = parent.remainingShares() == 0;
        BackendSettings.Brackets brackets = settings.brackets();
        boolean follows = brackets.size() == BackendSettings.ChildSize.PARENT_FILLED_SO_FAR;
        for (BrokerOrder child : store.children(parent.permId)) {
            if (child.heldByParent) {
                if (whole
                        || brackets.activation()
                                == BackendSettings.ChildActivation.PARENT_FIRST_FILL) {
                    if (follows && !whole) {
                        child.terms = child.terms.withShares(parent.filledShares);
                    }
                    release(child);
                }
            } else if (follows && child.isLive()) {
                desk.change(child, child.terms.withShares(child.terms.shares() + shares));
            }
        }
    }

    private void release(BrokerOrder child) {
        child.heldByParent = false;
        if (child.terms.kind().waitsForStop()) {
            desk.tell(child);
        }
        desk.send(child);
    }

    private void memberFilled(BrokerOrder order, long shares) {
        for (BrokerOrder sibling : siblings(order)) {
            if (order.terms.ocaType() == CANCEL_REST) {
                desk.cancel(sibling, "");
            } else if (isBlocked(order)) {
                desk.reduce(sibling, shares);
            } else {
                reduceLater(sibling, shares);
            }
        }
    }

    /**
     * TWS takes a group of which nothing is said for type 3, but minds the children of a parent.
     */
    private static boolean isBlocked(BrokerOrder order) {
        int type = order.terms.ocaType();
        boolean ofParent =
                order.parentPermId != 0
                        && order.terms.ocaGroup().equals(Long.toString(order.parentPermId));
        return type == 0 ? ofParent : type != REDUCE_WITHOUT_BLOCK;
    }

    private void reduceLater(BrokerOrder sibling, long shares) {
        long delay = settings.oca().unblockedDelayNanos();
        if (delay == 0) {
            desk.reduce(sibling, shares);
        } else {
            agenda.at(venue.nowNanos() + delay, () -> desk.reduce(sibling, shares));
        }
    }

    private List<BrokerOrder> siblings(BrokerOrder order) {
        List<BrokerOrder> found = new ArrayList<>();
        String group = order.terms.ocaGroup();
        if (group.isEmpty()) {
            return found;
        }
        for (BrokerOrder other : store.live()) {
            if (other != order
                    && other.terms.ocaGroup().equals(group)
                    && other.origin.account().equals(order.origin.account())) {
                found.add(other);
            }
        }
        return found;
    }
}
