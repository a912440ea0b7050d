package dev.monger.core.model;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes the groups of an assignment as dotted keys and texts. */
final class AssignmentWriter {

    private AssignmentWriter() {}

    static void contract(ContractDescription contract, BiConsumer<String, @Nullable Object> put) {
        put.accept("contract.symbol", contract.symbol());
        put.accept("contract.securityType", contract.securityType());
        put.accept("contract.exchange", contract.exchange());
        put.accept("contract.primaryExchange", contract.primaryExchange());
        put.accept("contract.currency", contract.currency());
        put.accept("contract.conId", contract.conId());
    }

    static void predictions(Assignment assignment, BiConsumer<String, @Nullable Object> put) {
        PredictionRules predictions = assignment.predictions();
        put.accept("predictions.indicators", String.join(", ", predictions.indicators()));
        put.accept("predictions.bar", predictions.bar());
        put.accept("predictions.bars", predictions.bars());
        SignalRules signals = assignment.signals();
        band("signals.bullish", signals.bullish(), put);
        band("signals.bearish", signals.bearish(), put);
        put.accept("signals.inverted", signals.inverted());
        put.accept("signals.allowShort", signals.allowShort());
        put.accept("signals.maximumAge", signals.maximumAge());
    }

    private static void band(
            String key, ConfidenceBand band, BiConsumer<String, @Nullable Object> put) {
        put.accept(key + ".from", FieldText.fraction(band.fromMillionths()));
        put.accept(key + ".to", FieldText.fraction(band.toMillionths()));
    }

    static void entry(EntryRules entry, BiConsumer<String, @Nullable Object> put) {
        put.accept("entry.spacing", entry.spacing());
        put.accept("entry.pricing", FieldText.word(entry.pricing()));
        put.accept("entry.offsetTicks", entry.offsetTicks());
        put.accept("entry.goodTill", entry.goodTill());
        put.accept("entry.coolDownAfterStop", entry.coolDownAfterStop());
    }

    static void exit(ExitRules exit, BiConsumer<String, @Nullable Object> put) {
        put.accept("exit.tradeWindow", exit.tradeWindow());
        put.accept("exit.maximumHolding", exit.maximumHolding());
        put.accept("exit.takeProfit", TargetText.write(exit.takeProfit()));
        put.accept("exit.stopLoss", TargetText.write(exit.stopLoss()));
        put.accept("exit.trailing", exit.trailing());
        CloseRules close = exit.close();
        put.accept("exit.closeReprice", close.reprice());
        put.accept("exit.closeTicks", close.ticks());
        put.accept("exit.pricing", FieldText.word(close.pricing()));
        put.accept("exit.offsetTicks", close.offsetTicks());
        put.accept("exit.patience", close.patience());
        ProfitLock lock = exit.profitLock();
        if (lock != null) {
            Target floor = lock.floor();
            put.accept(ProfitLock.ACTIVATION, TargetText.write(lock.activation()));
            put.accept(ProfitLock.FLOOR, floor == null ? null : TargetText.write(floor));
        }
    }

    static void risk(RiskRules risk, BiConsumer<String, @Nullable Object> put) {
        RiskRules.Losses losses = risk.losses();
        put.accept("risk.maximumLossPerDay", losses.perDay());
        put.accept("risk.maximumLossPerTrade", losses.perTrade());
        put.accept("risk.maximumAccountLossPerDay", losses.accountPerDay());
        put.accept("risk.dayBegins", losses.dayBegins());
        put.accept("risk.maximumDataAge", risk.maximumDataAge());
        put.accept("risk.priceCollar", FieldText.fraction(risk.priceCollarMillionths()));
        put.accept("risk.ordersPerMinute", risk.ordersPerMinute());
        put.accept("risk.messagesPerFill", risk.messagesPerFill());
    }

    static void ends(Assignment assignment, BiConsumer<String, @Nullable Object> put) {
        HoursRules hours = assignment.hours();
        put.accept("hours.entries", FieldText.word(hours.entries()));
        put.accept("hours.exitsOutsideRegularHours", hours.exitsOutsideRegularHours());
        put.accept("hours.flatBeforeClose", hours.flatBeforeClose());
        put.accept("hours.flatBy", hours.flatBy());
        StopRules stop = assignment.stop();
        put.accept("stop.onStop", FieldText.word(stop.onStop()));
        put.accept("stop.onSigterm", FieldText.word(stop.onSigterm()));
        put.accept("stop.replaceRemovedStop", stop.replaceRemovedStop());
        put.accept("hands.manualOrders", FieldText.word(assignment.hands().manualOrders()));
    }
}
