package dev.monger.engine.tws;

import dev.monger.core.model.AccountId;
import dev.monger.core.model.ClientId;
import dev.monger.core.model.ConId;
import dev.monger.core.model.ExecId;
import dev.monger.core.model.Money;
import dev.monger.core.model.OrderRef;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.PermId;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import dev.monger.core.monger.BrokerOrder;
import dev.monger.core.monger.Execution;
import dev.monger.core.monger.MongerEvent;
import dev.monger.core.monger.OrderEvent;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.session.SessionEvent;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what TWS says of orders and executions. */
public final class OrderEvents {

    private static final int LONGEST_REFERENCE = 40;

    private final OrderIds ids;
    private int ownClientId;
    private final ZoneId brokerZone;

    /** Reads for one client; what carries no zone is read in the broker's. */
    public OrderEvents(OrderIds ids, int ownClientId, ZoneId brokerZone) {
        this.ids = ids;
        this.ownClientId = ownClientId;
        this.brokerZone = brokerZone;
    }

    /** Reads for another client from now on. */
    void use(int newClientId) {
        ownClientId = newClientId;
    }

    /** Tells whether something is of the client read for. */
    boolean isOwn(int clientId) {
        return clientId == ownClientId;
    }

    /** Reads an order that TWS shows; empty when it names no contract, side or account. */
    public Optional<MongerEvent> openOrder(OrderMessage.OpenOrder message) {
        Order order = message.order();
        if (order.account().isBlank()) {
            return Optional.empty();
        }
        OrderRef ref = reference(order.orderRef());
        if (ref != null && message.clientId() == ownClientId && message.orderId() > 0) {
            ids.put(ref, message.orderId());
        }
        BrokerOrder.Identity identity =
                new BrokerOrder.Identity(
                        message.orderId(),
                        permId(message.permId()),
                        new ClientId(Math.max(message.clientId(), 0)),
                        ref,
                        new ConId(Math.max(message.contract().conId(), 1)),
                        new AccountId(order.account()));
        return brokerOrder(
                        message.contract(),
                        identity,
                        order,
                        new Amount(set(order.totalQuantityE8()), 0, message.state().status()))
                .map(OrderEvent.OrderReported::new);
    }

    /** Reads an order of the day that has ended; TWS no longer says whose it was. */
    public Optional<MongerEvent> completedOrder(OrderMessage.CompletedOrder message) {
        Order order = message.order();
        if (order.account().isBlank()) {
            // Advisors share orders out among accounts: such a one names none.
            return Optional.empty();
        }
        BrokerOrder.Identity identity =
                new BrokerOrder.Identity(
                        0,
                        permId(message.permId()),
                        new ClientId(ownClientId),
                        reference(order.orderRef()),
                        new ConId(Math.max(message.contract().conId(), 1)),
                        new AccountId(order.account()));
        long filled = set(message.state().filledQuantityE8());
        return brokerOrder(
                        message.contract(),
                        identity,
                        order,
                        new Amount(
                                Math.max(set(order.totalQuantityE8()), filled),
                                filled,
                                message.state().status()))
                .map(OrderEvent.CompletedOrderReported::new);
    }

    private static Optional<BrokerOrder> brokerOrder(
            Contract contract, BrokerOrder.Identity identity, Order order, Amount amount) {
        Optional<Side> side = side(order.action());
        if (contract.conId() <= 0 || side.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new BrokerOrder(
                        identity,
                        side.get(),
                        new Quantity(amount.totalE8()),
                        new Quantity(amount.filledE8()),
                        terms(order),
                        order.parentId(),
                        order.ocaGroup().isEmpty() ? null : order.ocaGroup(),
                        status(amount.status()),
                        BrokerOrder.Held.NOT));
    }

    private record Amount(long totalE8, long filledE8, String status) {}

    /** Reads a status; the reference is the one under which we know the id, if it is ours. */
    public MongerEvent status(OrderMessage.OrderStatus message) {
        OrderRef ref =
                message.clientId() == ownClientId
                        ? ids.refOf(message.orderId()).orElse(null)
                        : null;
        return new OrderEvent.OrderStatusReported(
                ref,
                permId(message.permId()),
                status(message.status()),
                new Quantity(set(message.filledE8())),
                new Quantity(set(message.remainingE8())),
                held(message.whyHeld()));
    }

    /** Reads an execution; empty when it names no contract, side, account or id of its own. */
    public Optional<Execution> execution(OrderMessage.ExecDetails message, long nowNanos) {
        var execution = message.execution();
        Optional<Side> side = side(execution.side());
        if (message.contract().conId() <= 0
                || side.isEmpty()
                || execution.account().isBlank()
                || execution.execId().isBlank()) {
            return Optional.empty();
        }
        OrderRef ref = reference(execution.orderRef());
        if (ref == null && execution.clientId() == ownClientId) {
            ref = ids.refOf(execution.orderId()).orElse(null);
        }
        return Optional.of(
                new Execution(
                        new ExecId(execution.execId()),
                        permId(execution.permId()),
                        ref,
                        new ConId(message.contract().conId()),
                        new AccountId(execution.account()),
                        side.get(),
                        new Quantity(execution.sharesE8()),
                        new Price(execution.priceE8()),
                        BrokerTime.nanos(execution.time(), brokerZone).orElse(nowNanos)));
    }

    /**
     * Reads a commission, empty when it names no execution; the largest double and minus one are
     * not yet a commission.
     */
    public Optional<MongerEvent> commission(OrderMessage.CommissionReport message) {
        if (message.execId().isBlank()) {
            return Optional.empty();
        }
        boolean settled =
                Decimals.isSet(message.commissionE8()) && message.commissionE8() != -Decimals.ONE;
        boolean realized = Decimals.isSet(message.realizedPnlE8());
        return Optional.of(
                new OrderEvent.CommissionReported(
                        new ExecId(message.execId()),
                        settled ? new Money(message.commissionE8()) : null,
                        realized ? new Money(message.realizedPnlE8()) : null));
    }

    /** Reads an error about an order of ours; empty when the id is no order we know. */
    Optional<MongerEvent> remarked(SessionEvent.OrderRemarked remarked) {
        return ids.refOf(remarked.orderId())
                .map(ref ->
                        new OrderEvent.OrderErrorReported(
                                ref,
                                null,
                                remarked.code(),
                                ErrorMeanings.of(remarked.remark()),
                                remarked.text()));
    }

    private static @Nullable OrderRef reference(String text) {
        return text.isBlank() || text.length() > LONGEST_REFERENCE ? null : new OrderRef(text);
    }

    private static @Nullable PermId permId(long value) {
        return value == 0 ? null : new PermId(value);
    }

    private static long set(long valueE8) {
        return Decimals.isSet(valueE8) ? valueE8 : 0;
    }

    private static Optional<Side> side(String text) {
        return switch (text) {
            case "BUY", "BOT" -> Optional.of(Side.BUY);
            case "SELL", "SSHORT", "SLD" -> Optional.of(Side.SELL);
            default -> Optional.empty();
        };
    }

    private static OrderTerms terms(Order order) {
        return switch (order.orderType()) {
            case "LMT" -> new OrderTerms.Limit(new Price(set(order.limitPriceE8())));
            case "STP" -> new OrderTerms.Stop(new Price(set(order.auxPriceE8())));
            case "TRAIL" ->
                    new OrderTerms.Trail(
                            new Price(set(order.auxPriceE8())),
                            new Price(set(order.trailStopPriceE8())));
            case "MKT" -> new OrderTerms.Market();
            default -> new OrderTerms.Other(order.orderType());
        };
    }

    private static BrokerOrder.Status status(String text) {
        return switch (text) {
            case "ApiPending", "PendingSubmit" -> BrokerOrder.Status.PENDING_SUBMIT;
            case "PreSubmitted" -> BrokerOrder.Status.PRE_SUBMITTED;
            case "Submitted" -> BrokerOrder.Status.SUBMITTED;
            case "PendingCancel", "PreCancelled" -> BrokerOrder.Status.PENDING_CANCEL;
            case "Cancelled", "ApiCancelled" -> BrokerOrder.Status.CANCELLED;
            case "Filled" -> BrokerOrder.Status.FILLED;
            case "Inactive" -> BrokerOrder.Status.INACTIVE;
            default -> BrokerOrder.Status.UNKNOWN;
        };
    }

    private static BrokerOrder.Held held(String whyHeld) {
        if (whyHeld.contains("locate")) {
            return BrokerOrder.Held.LOCATE;
        }
        if (whyHeld.contains("child")) {
            return BrokerOrder.Held.PARENT;
        }
        return whyHeld.contains("trigger") ? BrokerOrder.Held.TRIGGER : BrokerOrder.Held.NOT;
    }
}
