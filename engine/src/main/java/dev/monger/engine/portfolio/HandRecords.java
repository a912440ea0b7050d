package dev.monger.engine.portfolio;

import dev.monger.core.model.ConId;
import dev.monger.core.model.ExecId;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.PermId;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import dev.monger.core.portfolio.Author;
import dev.monger.core.portfolio.HandReport;
import dev.monger.core.portfolio.Instrument;
import dev.monger.core.portfolio.ObservedExecution;
import dev.monger.core.portfolio.ObservedOrder;
import dev.monger.engine.avro.Amounts;
import dev.monger.engine.avro.Stamp;
import dev.monger.schemas.ManualOrder;
import dev.monger.schemas.ManualOrderKind;
import dev.monger.schemas.OrderSide;
import dev.monger.tws.message.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between what hands did and the records of {@code account.manual-orders}. */
final class HandRecords {

    private static final BigDecimal ZERO = Amounts.decimal(0);

    private HandRecords() {}

    /** Whom a record is for. */
    record Owner(String account, @Nullable String ticker) {}

    static Instrument instrument(HandReport report) {
        return switch (report) {
            case HandReport.OrderTyped typed -> typed.order().instrument();
            case HandReport.OrderChanged changed -> changed.order().instrument();
            case HandReport.OrderCancelled cancelled -> cancelled.order().instrument();
            case HandReport.Filled filled -> filled.execution().instrument();
            case HandReport.Charged charged -> charged.execution().instrument();
            case HandReport.Intervened intervened -> intervened.order().instrument();
        };
    }

    static ManualOrder write(HandReport report, Owner owner, Stamp stamp) {
        return switch (report) {
            case HandReport.OrderTyped typed ->
                    order(
                            typed.order(),
                            ManualOrderKind.ORDER,
                            who(typed.author()) + " placed " + words(typed.order()),
                            owner,
                            stamp);
            case HandReport.OrderChanged changed ->
                    order(
                            changed.order(),
                            ManualOrderKind.CHANGE,
                            who(changed.author()) + "'s order stands as " + words(changed.order()),
                            owner,
                            stamp);
            case HandReport.OrderCancelled cancelled ->
                    order(
                            cancelled.order(),
                            ManualOrderKind.CANCEL,
                            who(cancelled.author())
                                    + "'s order ended unfilled ("
                                    + cancelled.how()
                                    + "): "
                                    + words(cancelled.order()),
                            owner,
                            stamp);
            case HandReport.Filled filled -> filled(filled, owner, stamp);
            case HandReport.Charged charged -> {
                ManualOrder record =
                        execution(
                                charged.execution(),
                                who(charged.author()) + "'s execution cost " + charged.commission(),
                                owner,
                                stamp);
                record.setKind(ManualOrderKind.COMMISSION);
                record.setCommission(Amounts.decimal(charged.commission().units()));
                yield record;
            }
            case HandReport.Intervened intervened ->
                    order(
                            intervened.order(),
                            ManualOrderKind.INTERVENTION,
                            "a person changed an order of the fleet: it " + intervened.what(),
                            owner,
                            stamp);
        };
    }

    private static ManualOrder filled(HandReport.Filled filled, Owner owner, Stamp stamp) {
        ObservedExecution execution = filled.execution();
        ManualOrder record =
                execution(
                        execution,
                        who(filled.author())
                                + (filled.correction() ? "'s execution was corrected: " : " ")
                                + (execution.side() == Side.BUY ? "bought " : "sold ")
                                + execution.quantity()
                                + " "
                                + execution.instrument().symbol()
                                + " at "
                                + execution.price(),
                        owner,
                        stamp);
        // The fill happened when the exchange says, however late it was seen.
        record.setOccurredAt(Amounts.instant(execution.exchangeNanos()));
        return record;
    }

    private static ManualOrder order(
            ObservedOrder order, ManualOrderKind kind, String text, Owner owner, Stamp stamp) {
        ManualOrder record = blank(order.instrument(), owner, stamp);
        boolean ended = order.phase().ended();
        Quantity remaining = ended ? Quantity.ZERO : order.amounts().remaining();
        record.setKind(kind);
        record.setPermId(order.permId().value());
        source(record, order.source());
        record.setSide(side(order.side()));
        terms(record, order.terms());
        record.setTotal(Amounts.decimal(order.amounts().total().units()));
        record.setFilled(Amounts.decimal(order.amounts().filled().units()));
        record.setRemaining(Amounts.decimal(remaining.units()));
        record.setBrokerStatus(order.brokerStatus());
        record.setText(text);
        return record;
    }

    private static ManualOrder execution(
            ObservedExecution execution, String text, Owner owner, Stamp stamp) {
        ManualOrder record = blank(execution.instrument(), owner, stamp);
        BigDecimal quantity = Amounts.decimal(execution.quantity().units());
        record.setKind(ManualOrderKind.FILL);
        record.setPermId(execution.permId());
        source(record, execution.source());
        record.setSide(side(execution.side()));
        record.setTotal(quantity);
        record.setFilled(quantity);
        record.setExecId(execution.execId().value());
        record.setShares(quantity);
        record.setPrice(Amounts.decimal(execution.price().units()));
        record.setText(text);
        return record;
    }

    private static ManualOrder blank(Instrument instrument, Owner owner, Stamp stamp) {
        return ManualOrder.newBuilder()
                .setSequence(stamp.sequence())
                .setOccurredAt(stamp.occurredAt())
                .setRecordedAt(stamp.recordedAt())
                .setLeaseEpoch(stamp.leaseEpoch())
                .setTicker(owner.ticker())
                .setAccount(owner.account())
                .setConId(instrument.conId().value())
                .setSymbol(instrument.symbol())
                .setKind(ManualOrderKind.UNKNOWN)
                .setPermId(0)
                .setSide(OrderSide.UNKNOWN)
                .setTotal(ZERO)
                .setFilled(ZERO)
                .setRemaining(ZERO)
                .setText("")
                .build();
    }

    private static void source(ManualOrder record, ObservedOrder.Source source) {
        record.setOrderId(source.orderId());
        record.setClientId(source.clientId());
        record.setOrderRef(source.reference().isEmpty() ? null : source.reference());
    }

    private static void terms(ManualOrder record, OrderTerms terms) {
        switch (terms) {
            case OrderTerms.Limit limit -> {
                record.setOrderType("LMT");
                record.setLimitPrice(Amounts.decimal(limit.price().units()));
            }
            case OrderTerms.Stop stop -> {
                record.setOrderType("STP");
                record.setStopPrice(Amounts.decimal(stop.trigger().units()));
            }
            case OrderTerms.Trail trail -> {
                record.setOrderType("TRAIL");
                record.setStopPrice(Amounts.decimal(trail.trigger().units()));
            }
            case OrderTerms.Market _ -> record.setOrderType("MKT");
            case OrderTerms.Other other -> record.setOrderType(other.type());
        }
    }

    private static String words(ObservedOrder order) {
        return order.side()
                + " "
                + order.amounts().total()
                + " "
                + order.instrument().symbol()
                + " "
                + order.terms()
                + " ("
                + order.brokerStatus()
                + ")";
    }

    private static String who(Author author) {
        return switch (author) {
            case PERSON -> "a person";
            case OTHER_PROGRAM -> "another program";
            case BROKER -> "the broker";
            case FLEET -> "the fleet";
        };
    }

    private static OrderSide side(Side side) {
        return switch (side) {
            case BUY -> OrderSide.BUY;
            case SELL -> OrderSide.SELL;
        };
    }

    /** Reads what an earlier process told; empty for what needs no recalling. */
    static Optional<HandReport> read(ManualOrder record) {
        Side side = record.getSide() == OrderSide.BUY ? Side.BUY : Side.SELL;
        return switch (record.getKind()) {
            case ORDER ->
                    Optional.of(
                            new HandReport.OrderTyped(Author.PERSON, observedOrder(record, side)));
            case CHANGE, CANCEL ->
                    Optional.of(
                            new HandReport.OrderChanged(
                                    Author.PERSON, observedOrder(record, side)));
            case FILL ->
                    Optional.of(
                            new HandReport.Filled(
                                    Author.PERSON, observedExecution(record, side), false));
            case COMMISSION, INTERVENTION, UNKNOWN -> Optional.empty();
        };
    }

    private static ObservedOrder observedOrder(ManualOrder record, Side side) {
        return new ObservedOrder(
                new PermId(record.getPermId()),
                source(record),
                instrument(record),
                side,
                AccountEvents.terms(
                        record.getOrderType() == null ? "" : record.getOrderType(),
                        units(record.getLimitPrice()),
                        units(record.getStopPrice()),
                        Decimals.UNSET),
                new ObservedOrder.Amounts(
                        new Quantity(units(record.getTotal())),
                        new Quantity(units(record.getFilled()))),
                new ObservedOrder.Group("", 0, true),
                record.getBrokerStatus() == null ? "" : record.getBrokerStatus());
    }

    private static ObservedExecution observedExecution(ManualOrder record, Side side) {
        Instant occurredAt = record.getOccurredAt();
        return new ObservedExecution(
                new ExecId(record.getExecId() == null ? "?" : record.getExecId()),
                record.getPermId(),
                source(record),
                instrument(record),
                side,
                new Quantity(units(record.getShares())),
                new Price(units(record.getPrice())),
                Amounts.nanos(occurredAt),
                false);
    }

    private static ObservedOrder.Source source(ManualOrder record) {
        return new ObservedOrder.Source(
                record.getClientId() == null ? 0 : record.getClientId(),
                record.getOrderId() == null ? 0 : record.getOrderId(),
                record.getOrderRef() == null ? "" : record.getOrderRef());
    }

    private static Instrument instrument(ManualOrder record) {
        return new Instrument(new ConId(record.getConId()), record.getSymbol(), "", "");
    }

    private static long units(@Nullable BigDecimal decimal) {
        Long units = Amounts.units(decimal);
        return units == null ? Decimals.UNSET : units;
    }
}
