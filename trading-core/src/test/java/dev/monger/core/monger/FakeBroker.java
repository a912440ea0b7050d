package dev.monger.core.monger;

import dev.monger.core.model.AccountId;
import dev.monger.core.model.ClientId;
import dev.monger.core.model.ConId;
import dev.monger.core.model.ExecId;
import dev.monger.core.model.OrderRef;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.PermId;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.monger.BrokerOrder.Held;
import dev.monger.core.monger.BrokerOrder.Status;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A broker for one contract, on one thread, that answers what the monger commands. */
final class FakeBroker {

    static final ConId CONTRACT = new ConId(756733);
    static final AccountId ACCOUNT = new AccountId("DU1");
    static final ClientId CLIENT = new ClientId(7);

    /** One order as the broker keeps it. */
    static final class Kept {
        OrderTicket ticket;
        final PermId permId;
        Quantity filled = Quantity.ZERO;
        Status status = Status.SUBMITTED;
        boolean hidden;

        Kept(OrderTicket ticket, PermId permId) {
            this.ticket = ticket;
            this.permId = permId;
        }

        boolean open() {
            return !status.ended();
        }

        Quantity remaining() {
            return ticket.quantity().minus(filled);
        }
    }

    final Map<OrderRef, Kept> orders = new TreeMap<>();
    final Deque<MongerEvent> events = new ArrayDeque<>();
    final List<Execution> executions = new ArrayList<>();
    final List<MongerEvent> listedToo = new ArrayList<>();
    Quantity position = Quantity.ZERO;
    boolean swallowsOrders;
    boolean swallowsCancels;
    boolean refusesChanges;
    boolean swallowsChanges;
    boolean listsEnd = true;
    boolean exitsDieWithPartFilledParent;
    boolean reducesGroups = true;
    boolean tellsPosition = true;
    boolean tellsStatus = true;
    boolean exitsWorkUnderPartFilledParent;
    int crossings;
    private long nextId = 1;

    void obey(MongerCommand command) {
        switch (command) {
            case MongerCommand.SubmitOrders submit -> submit.tickets().forEach(this::submit);
            case MongerCommand.ModifyOrder modify -> modify(modify.ticket());
            case MongerCommand.CancelOrder cancel -> {
                if (!swallowsCancels) {
                    cancel(cancel.ref());
                }
            }
            case MongerCommand.RequestReconciliation request -> list(request.round());
            case MongerCommand.ConfirmContract _,
                    MongerCommand.SubscribeStreams _,
                    MongerCommand.Reconnect _,
                    MongerCommand.WakeAt _,
                    MongerFact _ -> {
                // Nothing that an order desk answers.
            }
        }
    }

    private long lastExchangeNanos;

    void now(long exchangeNanos) {
        lastExchangeNanos = exchangeNanos;
    }

    private void submit(OrderTicket ticket) {
        events.add(new OrderEvent.OrderSent(ticket.ref(), (int) nextId));
        if (swallowsOrders) {
            return;
        }
        Kept kept = new Kept(ticket, new PermId(1000 + nextId++));
        kept.status = ticket.leg() == Leg.ENTRY ? Status.SUBMITTED : Status.PRE_SUBMITTED;
        orders.put(ticket.ref(), kept);
        tell(kept);
    }

    private void modify(OrderTicket ticket) {
        if (swallowsChanges) {
            return;
        }
        Kept kept = orders.get(ticket.ref());
        boolean tooSmall = kept != null && ticket.quantity().compareTo(kept.filled) <= 0;
        if (kept == null || !kept.open() || tooSmall || refusesChanges) {
            events.add(
                    new OrderEvent.OrderErrorReported(
                            ticket.ref(),
                            null,
                            104,
                            OrderEvent.ErrorMeaning.CHANGE_REFUSED,
                            "filled"));
            return;
        }
        kept.ticket = ticket;
        tell(kept);
    }

    void cancel(OrderRef ref) {
        Kept kept = orders.get(ref);
        if (kept == null || !kept.open()) {
            events.add(
                    new OrderEvent.OrderErrorReported(
                            ref, null, 10147, OrderEvent.ErrorMeaning.CANCEL_REFUSED, "not found"));
            return;
        }
        end(kept, Status.CANCELLED);
        boolean kills = kept.filled.isZero() || exitsDieWithPartFilledParent;
        for (Kept child : List.copyOf(orders.values())) {
            if (kills && child.open() && ref.equals(child.ticket.parent())) {
                end(child, Status.CANCELLED);
            }
        }
    }

    void expire(OrderRef ref) {
        cancel(ref);
    }

    private void end(Kept kept, Status status) {
        kept.status = status;
        tellStatus(kept);
    }

    /** Fills an order: execution, reduced group, status, position. */
    Execution fill(OrderRef ref, Quantity shares, Price price) {
        Kept kept = kept(ref);
        kept.filled = kept.filled.plus(shares);
        Execution execution = executionOf(kept, shares, price);
        executions.add(execution);
        int side = position.signum();
        position = position.plus(execution.signed());
        if (kept.ticket.leg().exits() && side * position.signum() < 0) {
            crossings++;
        }
        events.add(new OrderEvent.ExecutionReported(execution));
        if (kept.remaining().isZero()) {
            kept.status = Status.FILLED;
        }
        tellStatus(kept);
        if (kept.ticket.ocaGroup() != null && reducesGroups) {
            reduceGroup(kept, shares);
        }
        if (kept.ticket.leg() == Leg.ENTRY) {
            activate(ref);
        }
        tellPosition();
        return execution;
    }

    private Execution executionOf(Kept kept, Quantity shares, Price price) {
        long number = executions.size() + 1L;
        return new Execution(
                new ExecId("0000e0d5.6579" + String.format("%04d", number) + ".01.01"),
                kept.permId,
                kept.ticket.ref(),
                CONTRACT,
                ACCOUNT,
                kept.ticket.side(),
                shares,
                price,
                lastExchangeNanos + number);
    }

    private void reduceGroup(Kept filled, Quantity shares) {
        for (Kept other : List.copyOf(orders.values())) {
            boolean sibling =
                    other != filled
                            && other.open()
                            && Objects.equals(filled.ticket.ocaGroup(), other.ticket.ocaGroup());
            if (sibling && other.remaining().compareTo(shares) <= 0) {
                end(other, Status.CANCELLED);
            } else if (sibling) {
                other.ticket = other.ticket.withQuantity(other.ticket.quantity().minus(shares));
                tell(other);
            }
        }
    }

    private void activate(OrderRef parent) {
        for (Kept child : List.copyOf(orders.values())) {
            if (child.open() && parent.equals(child.ticket.parent())) {
                tell(child);
            }
        }
    }

    /** The broker, or the exchange, refuses an order that it had taken. */
    void refuse(OrderRef ref, boolean inactive) {
        Kept kept = kept(ref);
        events.add(
                new OrderEvent.OrderErrorReported(
                        ref, kept.permId, 201, OrderEvent.ErrorMeaning.REFUSED, "rejected"));
        if (inactive) {
            events.add(
                    new OrderEvent.OrderStatusReported(
                            ref,
                            kept.permId,
                            Status.INACTIVE,
                            kept.filled,
                            kept.remaining(),
                            Held.NOT));
        }
        kept.status = Status.CANCELLED;
        if (!inactive) {
            tellStatus(kept);
        }
    }

    void tellPosition() {
        if (tellsPosition) {
            events.add(new AccountEvent.BrokerPositionReported(CONTRACT, ACCOUNT, position, null));
        }
    }

    private void tellStatus(Kept kept) {
        if (!tellsStatus) {
            return;
        }
        events.add(
                new OrderEvent.OrderStatusReported(
                        kept.ticket.ref(),
                        kept.permId,
                        kept.status,
                        kept.filled,
                        kept.remaining(),
                        heldOf(kept)));
    }

    void tell(Kept kept) {
        events.add(new OrderEvent.OrderReported(asTold(kept)));
        tellStatus(kept);
    }

    BrokerOrder asTold(Kept kept) {
        return new BrokerOrder(
                new BrokerOrder.Identity(
                        1, kept.permId, CLIENT, kept.ticket.ref(), CONTRACT, ACCOUNT),
                kept.ticket.side(),
                kept.ticket.quantity(),
                kept.filled,
                kept.ticket.terms(),
                0,
                kept.ticket.ocaGroup(),
                kept.status,
                heldOf(kept));
    }

    private Held heldOf(Kept kept) {
        OrderRef parent = kept.ticket.parent();
        boolean waits = parent != null && kept(parent).filled.isZero();
        if (waits) {
            return Held.PARENT;
        }
        return kept.ticket.terms() instanceof OrderTerms.Limit ? Held.NOT : Held.TRIGGER;
    }

    private void list(long round) {
        for (Kept kept : orders.values()) {
            if (kept.open() && !kept.hidden) {
                tell(kept);
            }
        }
        events.addAll(listedToo);
        ListingEvent.Listing end =
                listsEnd ? ListingEvent.Listing.LISTED : ListingEvent.Listing.UNKNOWN;
        events.add(new ListingEvent.OpenOrdersListed(round, end));
        executions.forEach(e -> events.add(new OrderEvent.ExecutionReported(e)));
        events.add(new ListingEvent.ExecutionsListed(round, end));
        for (Kept kept : orders.values()) {
            if (!kept.open() && !kept.hidden) {
                events.add(new OrderEvent.CompletedOrderReported(asTold(kept)));
            }
        }
        events.add(new ListingEvent.CompletedOrdersListed(round, end));
        if (position.signum() != 0) {
            events.add(new AccountEvent.BrokerPositionReported(CONTRACT, ACCOUNT, position, null));
        }
        events.add(new ListingEvent.PositionsListed(round, end));
    }

    Kept kept(OrderRef ref) {
        return Objects.requireNonNull(orders.get(ref));
    }

    List<Kept> working() {
        return orders.values().stream().filter(Kept::open).toList();
    }

    Kept only(Leg leg) {
        List<Kept> found = working().stream().filter(kept -> kept.ticket.leg() == leg).toList();
        if (found.size() != 1) {
            throw new AssertionError("one working " + leg + ", not " + found.size());
        }
        return found.getFirst();
    }
}
