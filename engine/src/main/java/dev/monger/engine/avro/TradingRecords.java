package dev.monger.engine.avro;

import dev.monger.core.model.Lifetime;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.PermId;
import dev.monger.core.monger.Execution;
import dev.monger.core.monger.Leg;
import dev.monger.core.monger.MongerFact;
import dev.monger.core.monger.OrderTicket;
import dev.monger.schemas.Amendment;
import dev.monger.schemas.Fill;
import dev.monger.schemas.OrderChange;
import dev.monger.schemas.OrderIntent;
import dev.monger.schemas.OrderLeg;
import dev.monger.schemas.OrderSide;
import dev.monger.schemas.OrderState;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes orders and fills of one ticker as records. */
final class TradingRecords {

    private final Writer writer;
    private final BrokerDetail detail;

    TradingRecords(Writer writer, BrokerDetail detail) {
        this.writer = writer;
        this.detail = detail;
    }

    /**
     * Whose records these are.
     *
     * @param conId zero until the broker has confirmed the contract
     * @param currency of the contract
     */
    record Writer(String ticker, String account, int clientId, long conId, String currency) {}

    OrderChange order(MongerFact.OrderChanged fact, Stamp stamp) {
        OrderTicket ticket = fact.ticket();
        PermId permId = fact.permId();
        return OrderChange.newBuilder()
                .setSequence(stamp.sequence())
                .setOccurredAt(stamp.occurredAt())
                .setRecordedAt(stamp.recordedAt())
                .setLeaseEpoch(stamp.leaseEpoch())
                .setTicker(writer.ticker())
                .setAccount(writer.account())
                .setOrderRef(ticket.ref().value())
                .setPermId(permId == null ? null : permId.value())
                .setOrderId(detail.orderIdOf(ticket.ref().value()))
                .setClientId(writer.clientId())
                .setIntent(intent(ticket.leg()))
                .setLeg(leg(ticket.leg()))
                .setParentRef(ticket.parent() == null ? null : ticket.parent().value())
                .setOcaGroup(ticket.ocaGroup())
                .setSide(side(ticket.side()))
                .setOrderType(type(ticket.terms()))
                .setLimitPrice(limit(ticket.terms()))
                .setStopPrice(trigger(ticket.terms()))
                .setTrailAmount(trail(ticket.terms()))
                .setTimeInForce(lifetime(ticket.lifetime()))
                .setTotal(Amounts.decimal(ticket.quantity().units()))
                .setFilled(Amounts.decimal(fact.filled().units()))
                .setRemaining(remaining(fact))
                .setState(state(fact))
                .setReason(fact.text())
                .build();
    }

    private static BigDecimal remaining(MongerFact.OrderChanged fact) {
        boolean ended =
                switch (state(fact)) {
                    case FILLED, CANCELLED, REJECTED -> true;
                    default -> false;
                };
        return Amounts.decimal(ended ? 0 : fact.ticket().quantity().minus(fact.filled()).units());
    }

    Fill fill(Execution execution, Amendment amendment, boolean ours, Stamp stamp) {
        BrokerDetail.ExecutionDetail more = detail.executionDetail(execution.execId().value());
        return Fill.newBuilder()
                .setSequence(stamp.sequence())
                .setOccurredAt(stamp.occurredAt())
                .setRecordedAt(stamp.recordedAt())
                .setLeaseEpoch(stamp.leaseEpoch())
                .setTicker(writer.ticker())
                .setAccount(execution.account().value())
                .setConId(execution.conId().value())
                .setExecutionFamily(execution.family())
                .setRevision((int) execution.revision())
                .setExecId(execution.execId().value())
                .setAmendment(amendment)
                .setOrderRef(execution.ref() == null ? null : execution.ref().value())
                .setPermId(execution.permId() == null ? 0 : execution.permId().value())
                .setOrderId(more.orderId())
                .setClientId(more.clientId())
                .setSide(side(execution.side()))
                .setShares(Amounts.decimal(execution.shares().units()))
                .setPrice(Amounts.decimal(execution.price().units()))
                .setExchange(more.exchange().isEmpty() ? null : more.exchange())
                .setExecutedAt(Amounts.instant(execution.exchangeNanos()))
                .setLiquidity(more.liquidity())
                .setManual(!ours)
                .build();
    }

    static OrderSide side(dev.monger.core.model.Side side) {
        return switch (side) {
            case BUY -> OrderSide.BUY;
            case SELL -> OrderSide.SELL;
        };
    }

    private static OrderIntent intent(Leg leg) {
        return switch (leg) {
            case ENTRY -> OrderIntent.ENTRY;
            case TAKE_PROFIT -> OrderIntent.EXIT;
            case STOP_LOSS -> OrderIntent.PROTECTION;
            case CLOSE -> OrderIntent.FLATTEN;
        };
    }

    private static OrderLeg leg(Leg leg) {
        return switch (leg) {
            case ENTRY -> OrderLeg.ENTRY;
            case TAKE_PROFIT -> OrderLeg.TAKE_PROFIT;
            case STOP_LOSS -> OrderLeg.STOP_LOSS;
            case CLOSE -> OrderLeg.CLOSE;
        };
    }

    private static String type(OrderTerms terms) {
        return switch (terms) {
            case OrderTerms.Limit limit -> "LMT";
            case OrderTerms.Stop stop -> "STP";
            case OrderTerms.Trail trail -> "TRAIL";
            case OrderTerms.Market market -> "MKT";
            case OrderTerms.Other other -> other.type();
        };
    }

    private static @Nullable BigDecimal limit(OrderTerms terms) {
        return terms instanceof OrderTerms.Limit limit
                ? Amounts.decimal(limit.price().units())
                : null;
    }

    private static @Nullable BigDecimal trigger(OrderTerms terms) {
        return switch (terms) {
            case OrderTerms.Stop stop -> Amounts.decimal(stop.trigger().units());
            case OrderTerms.Trail trail -> Amounts.decimal(trail.trigger().units());
            case OrderTerms.Limit limit -> null;
            case OrderTerms.Market market -> null;
            case OrderTerms.Other other -> null;
        };
    }

    private static @Nullable BigDecimal trail(OrderTerms terms) {
        return terms instanceof OrderTerms.Trail trail
                ? Amounts.decimal(trail.distance().units())
                : null;
    }

    private static String lifetime(Lifetime lifetime) {
        return switch (lifetime) {
            case Lifetime.GoodTillCancelled cancelled -> "GTC";
            case Lifetime.GoodTillDate date -> "GTD";
            case Lifetime.Day day -> "DAY";
        };
    }

    /** Says in the topic's words how the core holds an order to stand. */
    static OrderState state(MongerFact.OrderChanged fact) {
        return switch (fact.state()) {
            case "Intended" -> OrderState.INTENDED;
            case "Submitted" -> OrderState.SENT;
            case "Working" ->
                    fact.filled().isZero() ? OrderState.WORKING : OrderState.PARTIALLY_FILLED;
            case "Held" -> OrderState.HELD;
            case "Ending" -> OrderState.CANCEL_SENT;
            case "Filled" -> OrderState.FILLED;
            case "Cancelled" -> OrderState.CANCELLED;
            case "Refused", "Absent" -> OrderState.REJECTED;
            default -> OrderState.UNKNOWN;
        };
    }
}
