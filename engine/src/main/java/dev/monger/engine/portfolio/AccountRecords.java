package dev.monger.engine.portfolio;

import dev.monger.core.model.Instants;
import dev.monger.core.model.Money;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.portfolio.AccountPosition;
import dev.monger.core.portfolio.LossLatch;
import dev.monger.core.portfolio.PermitGate;
import dev.monger.core.portfolio.PortfolioCommand;
import dev.monger.core.portfolio.PortfolioEvent;
import dev.monger.engine.avro.Amounts;
import dev.monger.engine.avro.Stamp;
import dev.monger.schemas.AccountPnl;
import dev.monger.schemas.CommandOutcome;
import dev.monger.schemas.CommandResult;
import dev.monger.schemas.OrderChange;
import dev.monger.schemas.RiskLevel;
import dev.monger.schemas.RiskState;
import dev.monger.schemas.Topics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between the guard's words and the records of the account's topics. */
final class AccountRecords {

    /** A loss of this part of the limit, in hundredths, is a warning. */
    private static final int WARNING_PERCENT = 80;

    private AccountRecords() {}

    static AccountPnl pnl(
            dev.monger.core.portfolio.AccountPnl pnl, PortfolioSettings settings, Stamp stamp) {
        return AccountPnl.newBuilder()
                .setSequence(stamp.sequence())
                .setOccurredAt(stamp.occurredAt())
                .setRecordedAt(stamp.recordedAt())
                .setLeaseEpoch(stamp.leaseEpoch())
                .setAccount(settings.account())
                .setCurrency(settings.currency())
                .setDaily(decimal(pnl.daily()))
                .setUnrealized(decimal(pnl.unrealized()))
                .setRealized(decimal(pnl.realized()))
                .build();
    }

    static dev.monger.schemas.AccountPosition position(
            AccountPosition position, String account, Stamp stamp) {
        return dev.monger.schemas.AccountPosition.newBuilder()
                .setSequence(stamp.sequence())
                .setOccurredAt(stamp.occurredAt())
                .setRecordedAt(stamp.recordedAt())
                .setLeaseEpoch(stamp.leaseEpoch())
                .setAccount(account)
                .setConId(position.instrument().conId().value())
                .setSymbol(position.instrument().symbol())
                .setSecurityType(position.instrument().securityType())
                .setCurrency(position.instrument().currency())
                .setPosition(Amounts.decimal(position.quantity().units()))
                .setAverageCost(Amounts.decimal(position.averageCost().units()))
                .build();
    }

    /** A closed gate is not a breach: the level is then UNKNOWN, which permits nothing either. */
    static RiskState risk(PortfolioCommand.TellRisk tell, PortfolioSettings settings, Stamp stamp) {
        List<String> warnings = new ArrayList<>();
        for (PermitGate gate : tell.closed()) {
            warnings.add(gate.closedText());
        }
        boolean near = near(tell.daily(), settings.dailyLossLimit());
        if (near) {
            warnings.add("the day's loss is above 80 % of its limit");
        }
        LossLatch.Breached breached =
                tell.latch() instanceof LossLatch.Breached latched ? latched : null;
        return RiskState.newBuilder()
                .setSequence(stamp.sequence())
                .setOccurredAt(stamp.occurredAt())
                .setRecordedAt(stamp.recordedAt())
                .setLeaseEpoch(stamp.leaseEpoch())
                .setAccount(settings.account())
                .setLevel(level(tell.latch(), tell.closed(), near))
                .setDailyLossLimit(decimal(settings.dailyLossLimit()))
                .setDailyPnl(decimal(tell.daily()))
                .setWarnings(warnings)
                .setBreach(breached == null ? null : breached.name())
                .setBreachedAt(breached == null ? null : Amounts.instant(breached.exchangeNanos()))
                .setHeartbeat(tell.beat())
                .build();
    }

    /** Returns the level that goes with a state of the guard. */
    static RiskLevel level(LossLatch latch, List<PermitGate> closed, boolean near) {
        if (latch instanceof LossLatch.Breached) {
            return RiskLevel.BREACHED;
        }
        if (!closed.isEmpty()) {
            return RiskLevel.UNKNOWN;
        }
        return near ? RiskLevel.WARNING : RiskLevel.CLEAR;
    }

    /** Tells whether the day's loss is close to its limit. */
    static boolean near(@Nullable Money daily, @Nullable Money limit) {
        return daily != null
                && limit != null
                && daily.signum() < 0
                && daily.absolute().units() / WARNING_PERCENT >= limit.units() / 100;
    }

    static CommandResult answer(PortfolioCommand.AnswerReset answer, Stamp stamp) {
        return CommandResult.newBuilder()
                .setSequence(stamp.sequence())
                .setOccurredAt(stamp.occurredAt())
                .setRecordedAt(stamp.recordedAt())
                .setLeaseEpoch(stamp.leaseEpoch())
                .setCommandId(answer.commandId())
                .setTicker(Topics.ALL_TICKERS)
                .setOutcome(answer.done() ? CommandOutcome.DONE : CommandOutcome.FAILED)
                .setText(answer.text())
                .setProof(answer.done() ? answer.text() : null)
                .setResidualOrders(List.of())
                .build();
    }

    /** Reads the breach that an earlier process latched. */
    static Optional<LossLatch.Breached> breach(RiskState risk) {
        String name = risk.getBreach();
        if (name == null || risk.getLevel() != RiskLevel.BREACHED) {
            return Optional.empty();
        }
        Long daily = Amounts.units(risk.getDailyPnl());
        return Optional.of(
                new LossLatch.Breached(
                        name,
                        daily == null ? Money.ZERO : new Money(daily),
                        risk.getBreachedAt() == null ? 0 : Amounts.nanos(risk.getBreachedAt())));
    }

    /** Reads what a monger says it asks of the broker, or that it wants no more. */
    static Optional<PortfolioEvent> wanted(OrderChange change, Instants at) {
        return switch (change.getState()) {
            case INTENDED, SENT ->
                    Optional.of(
                            new PortfolioEvent.OrderAsked(
                                    at,
                                    change.getOrderRef(),
                                    terms(change),
                                    new Quantity(required(change.getTotal()))));
            case CANCEL_SENT, FILLED, REJECTED, INACTIVE ->
                    Optional.of(new PortfolioEvent.OrderClosed(at, change.getOrderRef()));
            case UNKNOWN, HELD, WORKING, PARTIALLY_FILLED, CANCELLED -> Optional.empty();
        };
    }

    private static OrderTerms terms(OrderChange change) {
        return switch (change.getOrderType()) {
            case "LMT" -> new OrderTerms.Limit(new Price(required(change.getLimitPrice())));
            case "STP" -> new OrderTerms.Stop(new Price(required(change.getStopPrice())));
            case "TRAIL" ->
                    new OrderTerms.Trail(new Price(required(change.getTrailAmount())), Price.ZERO);
            case "MKT" -> new OrderTerms.Market();
            default -> new OrderTerms.Other(change.getOrderType());
        };
    }

    private static long required(@Nullable BigDecimal value) {
        Long units = Amounts.units(value);
        return units == null ? 0 : units;
    }

    private static @Nullable BigDecimal decimal(@Nullable Money money) {
        return money == null ? null : Amounts.decimal(money.units());
    }
}
