package dev.monger.engine.portfolio;

import dev.monger.core.model.ConId;
import dev.monger.core.model.ExecId;
import dev.monger.core.model.Instants;
import dev.monger.core.model.Money;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.PermId;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import dev.monger.core.portfolio.AccountPnl;
import dev.monger.core.portfolio.AccountPosition;
import dev.monger.core.portfolio.Instrument;
import dev.monger.core.portfolio.ObservedExecution;
import dev.monger.core.portfolio.ObservedOrder;
import dev.monger.core.portfolio.PortfolioEvent;
import dev.monger.engine.Now;
import dev.monger.engine.tws.BrokerTime;
import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.session.RequestKind;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what TWS says to the account's guard; what belongs to another account says nothing. */
final class AccountEvents {

    private final String account;
    private final ZoneId brokerZone;

    AccountEvents(String account, ZoneId brokerZone) {
        this.account = account;
        this.brokerZone = brokerZone;
    }

    Optional<PortfolioEvent> event(ServerMessage message, Now now) {
        Instants at = new Instants(now.exchangeNanos(), now.monotonicNanos());
        return switch (message) {
            case OrderMessage order -> order(order, at);
            case AccountMessage value -> account(value, at);
            case SessionMessage.ErrorMessage error -> link(error, at);
            default -> Optional.empty();
        };
    }

    private Optional<PortfolioEvent> order(OrderMessage message, Instants at) {
        return switch (message) {
            case OrderMessage.OpenOrder open ->
                    openOrder(open).map(order -> new PortfolioEvent.OrderSeen(at, order));
            case OrderMessage.OrderStatus status ->
                    status(status.permId(), status.status(), status.filledE8(), at);
            case OrderMessage.CompletedOrder completed ->
                    status(
                            completed.permId(),
                            completed.state().status(),
                            completed.state().filledQuantityE8(),
                            at);
            case OrderMessage.ExecDetails details ->
                    execution(details, at)
                            .map(execution -> new PortfolioEvent.ExecutionSeen(at, execution));
            case OrderMessage.CommissionReport report -> commission(report, at);
            // The session says what the ends of lists mean.
            case OrderMessage.OpenOrderEnd _,
                    OrderMessage.CompletedOrdersEnd _,
                    OrderMessage.ExecDetailsEnd _,
                    OrderMessage.OrderBound _ ->
                    Optional.empty();
        };
    }

    /** A list ended by the broker's word that this was all. */
    static Optional<PortfolioEvent> listed(RequestKind kind, Now now) {
        Instants at = new Instants(now.exchangeNanos(), now.monotonicNanos());
        return switch (kind) {
            case ALL_OPEN_ORDERS -> Optional.of(new PortfolioEvent.OrdersListed(at));
            case COMPLETED_ORDERS -> Optional.of(new PortfolioEvent.CompletedListed(at));
            case EXECUTIONS -> Optional.of(new PortfolioEvent.ExecutionsListed(at));
            case POSITIONS -> Optional.of(new PortfolioEvent.PositionsListed(at));
            case OPEN_ORDERS, CONTRACT_DETAILS, HISTORICAL_DATA -> Optional.empty();
        };
    }

    private Optional<ObservedOrder> openOrder(OrderMessage.OpenOrder message) {
        Order order = message.order();
        Optional<Side> side = side(order.action());
        Optional<Instrument> instrument = instrument(message.contract());
        if (message.permId() == 0
                || side.isEmpty()
                || instrument.isEmpty()
                || order.whatIf()
                || !order.account().equals(account)) {
            return Optional.empty();
        }
        return Optional.of(
                new ObservedOrder(
                        new PermId(message.permId()),
                        new ObservedOrder.Source(
                                message.clientId(), message.orderId(), order.orderRef()),
                        instrument.get(),
                        side.get(),
                        terms(order),
                        new ObservedOrder.Amounts(
                                new Quantity(order.totalQuantityE8()), Quantity.ZERO),
                        new ObservedOrder.Group(
                                order.ocaGroup(),
                                order.parentId(),
                                order.timeInForce().equals("GTC")),
                        message.state().status()));
    }

    static OrderTerms terms(Order order) {
        return terms(
                order.orderType(),
                order.limitPriceE8(),
                order.auxPriceE8(),
                order.trailStopPriceE8());
    }

    /** Reads a kind and its prices; one whose price is missing is only named. */
    static OrderTerms terms(String type, long limitE8, long auxE8, long trailE8) {
        return switch (type) {
            case "MKT" -> new OrderTerms.Market();
            case "LMT" ->
                    Decimals.isSet(limitE8)
                            ? new OrderTerms.Limit(new Price(limitE8))
                            : new OrderTerms.Other(type);
            case "STP" ->
                    Decimals.isSet(auxE8)
                            ? new OrderTerms.Stop(new Price(auxE8))
                            : new OrderTerms.Other(type);
            case "TRAIL" ->
                    Decimals.isSet(auxE8)
                            ? new OrderTerms.Trail(
                                    new Price(auxE8),
                                    Decimals.isSet(trailE8) ? new Price(trailE8) : Price.ZERO)
                            : new OrderTerms.Other(type);
            default -> new OrderTerms.Other(type);
        };
    }

    private static Optional<PortfolioEvent> status(
            long permId, String status, long filledE8, Instants at) {
        if (permId == 0) {
            return Optional.empty();
        }
        Quantity filled = Decimals.isSet(filledE8) ? new Quantity(filledE8) : Quantity.ZERO;
        return Optional.of(new PortfolioEvent.StatusSeen(at, new PermId(permId), status, filled));
    }

    private Optional<ObservedExecution> execution(OrderMessage.ExecDetails details, Instants at) {
        var execution = details.execution();
        Optional<Side> side = side(execution.side());
        Optional<Instrument> instrument = instrument(details.contract());
        if (side.isEmpty()
                || instrument.isEmpty()
                || execution.execId().isBlank()
                || !execution.account().equals(account)) {
            return Optional.empty();
        }
        return Optional.of(
                new ObservedExecution(
                        new ExecId(execution.execId()),
                        execution.permId(),
                        new ObservedOrder.Source(
                                execution.clientId(), execution.orderId(), execution.orderRef()),
                        instrument.get(),
                        side.get(),
                        new Quantity(execution.sharesE8()),
                        new Price(execution.priceE8()),
                        BrokerTime.nanos(execution.time(), brokerZone).orElse(at.exchangeNanos()),
                        execution.liquidation() > 0));
    }

    /** The largest double, and minus one, mean that the commission is not known yet. */
    private static Optional<PortfolioEvent> commission(
            OrderMessage.CommissionReport report, Instants at) {
        long units = report.commissionE8();
        return report.execId().isBlank() || !Decimals.isSet(units) || units == -Decimals.ONE
                ? Optional.empty()
                : Optional.of(
                        new PortfolioEvent.CommissionSeen(
                                at, new ExecId(report.execId()), new Money(units)));
    }

    private Optional<PortfolioEvent> account(AccountMessage message, Instants at) {
        return switch (message) {
            case AccountMessage.Position position -> position(position, at);
            case AccountMessage.Pnl pnl ->
                    Optional.of(
                            new PortfolioEvent.PnlSeen(
                                    at,
                                    new AccountPnl(
                                            money(pnl.dailyPnlE8()),
                                            money(pnl.unrealizedPnlE8()),
                                            money(pnl.realizedPnlE8()))));
            default -> Optional.empty();
        };
    }

    private Optional<PortfolioEvent> position(AccountMessage.Position message, Instants at) {
        Optional<Instrument> instrument = instrument(message.contract());
        if (!message.account().equals(account) || instrument.isEmpty()) {
            return Optional.empty();
        }
        long cost = Decimals.isSet(message.averageCostE8()) ? message.averageCostE8() : 0;
        return Optional.of(
                new PortfolioEvent.PositionSeen(
                        at,
                        new AccountPosition(
                                instrument.get(),
                                new Quantity(message.positionE8()),
                                new Price(cost))));
    }

    private static @Nullable Money money(long unitsE8) {
        return Decimals.isSet(unitsE8) ? new Money(unitsE8) : null;
    }

    private static Optional<Instrument> instrument(Contract contract) {
        return contract.conId() <= 0
                ? Optional.empty()
                : Optional.of(
                        new Instrument(
                                new ConId(contract.conId()),
                                contract.symbol(),
                                contract.secType(),
                                contract.currency()));
    }

    private static Optional<Side> side(String word) {
        return switch (word) {
            case "BUY", "BOT" -> Optional.of(Side.BUY);
            case "SELL", "SLD", "SSHORT" -> Optional.of(Side.SELL);
            default -> Optional.empty();
        };
    }

    private static Optional<PortfolioEvent> link(SessionMessage.ErrorMessage error, Instants at) {
        return switch (error.code()) {
            case 1100, 2110 -> Optional.of(new PortfolioEvent.BrokerLinkLost(at));
            case 1101, 1102 -> Optional.of(new PortfolioEvent.BrokerLinkRestored(at));
            default -> Optional.empty();
        };
    }
}
