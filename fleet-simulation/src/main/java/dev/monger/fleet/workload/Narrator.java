package dev.monger.fleet.workload;

import dev.monger.engine.EngineOutput.Publish;
import dev.monger.schemas.CommandResult;
import dev.monger.schemas.Fill;
import dev.monger.schemas.ManualOrder;
import dev.monger.schemas.OrderChange;
import dev.monger.schemas.PredictionRecord;
import dev.monger.schemas.RiskLevel;
import dev.monger.schemas.RiskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Tells a story as it happens: time, who, what. */
final class Narrator {

    private static final double SECOND_NANOS = 1e9;

    private final boolean told;
    private final LongSupplier elapsed;
    private final List<String> lines = new ArrayList<>();

    Narrator(boolean told, LongSupplier elapsed) {
        this.told = told;
        this.elapsed = elapsed;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    void line(String who, String what) {
        if (told) {
            double seconds = elapsed.getAsLong() / SECOND_NANOS;
            lines.add(String.format(Locale.ROOT, "%9.3f  %-12s %s", seconds, who, what));
        }
    }

    void deed(Deed deed) {
        if (told) {
            line("story", "== " + deed.text());
        }
    }

    void published(Publish record) {
        if (!told) {
            return;
        }
        switch (record.value()) {
            case OrderChange order -> order(order);
            case Fill fill -> fill(fill);
            case CommandResult result -> result(result);
            case PredictionRecord prediction -> prediction(prediction);
            case ManualOrder hand ->
                    line(
                            "portfolio",
                            hand.getTicker() + " " + hand.getKind() + " " + hand.getExecId());
            case RiskState risk -> {
                if (risk.getLevel() != RiskLevel.CLEAR) {
                    line("account", risk.getLevel() + " " + risk.getBreach());
                }
            }
            default -> {}
        }
    }

    private void order(OrderChange order) {
        line(
                order.getTicker(),
                order.getOrderRef()
                        + " "
                        + order.getSide()
                        + " "
                        + order.getFilled().toBigInteger()
                        + "/"
                        + order.getTotal().toBigInteger()
                        + " "
                        + order.getState()
                        + ": "
                        + order.getReason());
    }

    private void fill(Fill fill) {
        line(
                fill.getTicker(),
                "fill "
                        + fill.getAmendment()
                        + " "
                        + fill.getExecId()
                        + " "
                        + fill.getOrderRef()
                        + " "
                        + fill.getSide()
                        + " "
                        + fill.getShares().toBigInteger());
    }

    private void result(CommandResult result) {
        line(
                result.getTicker(),
                result.getCommandId() + " " + result.getOutcome() + ": " + result.getText());
    }

    private void prediction(PredictionRecord prediction) {
        line(
                prediction.getTicker(),
                "prediction "
                        + prediction.getDirection()
                        + " "
                        + prediction.getDecision()
                        + " "
                        + prediction.getRefusedBy());
    }
}
