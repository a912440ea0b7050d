package dev.monger.core.model;

import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes the groups of an assignment as dotted keys and texts. */
final class AssignmentWriter {

    private AssignmentWriter() {}

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

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
        put.accept(key + ".from", AssignmentFields.fraction(band.fromMillionths()));
        put.accept(key + ".to", AssignmentFields.fraction(band.toMillionths()));
    }

    static void entry(EntryRules entry, BiConsumer<String, @Nullable Object> put) {
        put.accept("entry.spacing", entry.spacing());
        put.accept("entry.pricing", word(entry.pricing()));
        put.accept("entry.offsetTicks", entry.offsetTicks());
        put.accept("entry.goodTill", entry.goodTill());
        put.accept("entry.coolDownAfterStop", entry.coolDownAfterStop());
    }

    static void exit(ExitRules exit, BiConsumer<String, @Nullable Object> put) {
        put.accept("exit.maximumHolding", exit.maximumHolding());
        put.accept("exit.takeProfit", TargetText.write(exit.takeProfit()));
        put.accept("exit.stopLoss", TargetText.write(exit.stopLoss()));
        put.accept("exit.trailing", exit.trailing());
        put.accept("exit.closeReprice", exit.closeReprice());
        put.accept("exit.closeTicks", exit.closeTicks());
    }

    static void limits(Assignment assignment, BiConsumer<String, @Nullable Object> put) {
        put.accept("sizing.unit", assignment.sizing().unit());
        put.accept("sizing.maximum", assignment.sizing().maximum());
        RiskRules risk = assignment.risk();
        put.accept("risk.maximumLossPerDay", risk.maximumLossPerDay());
        put.accept("risk.maximumAccountLossPerDay", risk.maximumAccountLossPerDay());
        put.accept("risk.maximumDataAge", risk.maximumDataAge());
        put.accept("risk.priceCollar", AssignmentFields.fraction(risk.priceCollarMillionths()));
        put.accept("risk.ordersPerMinute", risk.ordersPerMinute());
        HoursRules hours = assignment.hours();
        put.accept("hours.entries", word(hours.entries()));
        put.accept("hours.exitsOutsideRegularHours", hours.exitsOutsideRegularHours());
        put.accept("hours.flatBeforeClose", hours.flatBeforeClose());
        put.accept("stop.onStop", word(assignment.stop().onStop()));
        put.accept("stop.replaceRemovedStop", assignment.stop().replaceRemovedStop());
    }
}
