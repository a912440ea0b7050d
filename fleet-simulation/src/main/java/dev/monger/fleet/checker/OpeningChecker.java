package dev.monger.fleet.checker;

import dev.monger.core.monger.Leg;
import dev.monger.core.monger.TrackedOrder;
import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput.Publish;
import dev.monger.schemas.CommandKind;
import dev.monger.schemas.FleetCommand;
import dev.monger.schemas.RiskLevel;
import dev.monger.schemas.RiskState;
import dev.monger.schemas.Topics;
import java.time.Instant;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;

/**
 * 4: nothing that opens leaves while reduce-only, halted, flattening, unknown, without permit, or
 * before reconciled. Judged by what was delivered to the monger, not by what it made of it.
 */
final class OpeningChecker implements Checker {

    private static final long SECOND_NANOS = 1_000_000_000L;

    /** A beat may lie on the way for five seconds, and is a permit for five more. */
    private static final long PERMIT_NANOS = 10 * SECOND_NANOS;

    private final SortedMap<String, Heard> heard = new TreeMap<>();
    private long lastClearNanos = Long.MIN_VALUE / 2;

    /** What one monger was told. */
    private static final class Heard {
        private final SortedSet<String> obeyed = new TreeSet<>();
        private String closedBy = "";
        private String breach = "";
        private boolean riskCaughtUp;
    }

    @Override
    public void published(String writer, Publish record, long nowNanos, Findings findings) {
        if (record.value() instanceof RiskState risk && risk.getLevel() != RiskLevel.BREACHED) {
            lastClearNanos = nowNanos;
        }
    }

    @Override
    public void stepped(Scene scene, Findings findings) {
        Heard told = heard.computeIfAbsent(scene.ticker(), _ -> new Heard());
        listen(scene, told);
        for (TrackedOrder order : Orders.sent(scene)) {
            if (order.ticket().leg() == Leg.ENTRY) {
                opens(scene, order, told, findings);
            }
        }
    }

    private static void listen(Scene scene, Heard told) {
        switch (scene.step().input()) {
            case EngineInput.Started _ -> told.riskCaughtUp = false;
            case EngineInput.CaughtUp topic ->
                    told.riskCaughtUp |= topic.topic().equals(Topics.RISK.name());
            case EngineInput.RecordRead read -> take(read.value(), read.now().wallNanos(), told);
            case EngineInput.HttpCommand command ->
                    take(command.command(), command.now().wallNanos(), told);
            default -> {}
        }
    }

    private static void take(SpecificRecord value, long wallNanos, Heard told) {
        switch (value) {
            case RiskState risk -> {
                if (told.riskCaughtUp && risk.getLevel() == RiskLevel.BREACHED) {
                    told.breach = String.valueOf(risk.getBreach());
                }
            }
            case FleetCommand command -> {
                if (nanos(command.getDeadline()) > wallNanos && told.obeyed.add(command.getId())) {
                    command(command, told);
                }
            }
            default -> {}
        }
    }

    private static void command(FleetCommand command, Heard told) {
        CommandKind kind = command.getKind();
        switch (kind) {
            case START, RESUME -> told.closedBy = "";
            case PAUSE, REDUCE_ONLY, FLATTEN, STOP ->
                    told.closedBy = kind + " of " + command.getId();
            case RESET -> {
                if (told.breach.equals(command.getBreach())) {
                    told.breach = "";
                }
            }
            default -> {}
        }
    }

    private static long nanos(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), SECOND_NANOS), instant.getNano());
    }

    private void opens(Scene scene, TrackedOrder order, Heard told, Findings findings) {
        String ref = order.ticket().ref().value();
        if (!told.closedBy.isEmpty()) {
            findings.add(4, ref + " left after " + told.closedBy);
        }
        if (!told.breach.isEmpty()) {
            findings.add(4, ref + " left while halted by " + told.breach);
        }
        long age = scene.nowNanos() - lastClearNanos;
        if (age > PERMIT_NANOS) {
            findings.add(
                    4,
                    ref + " left without a permit: the last was " + age / SECOND_NANOS + " s old");
        }
        var state = scene.before();
        if (state.book().anyUnknown() && scene.after().book().anyUnknown()) {
            findings.add(4, ref + " left while an order was UNKNOWN");
        }
        if (!scene.after().reconciliation().reconciled()) {
            findings.add(4, ref + " left before reconciled");
        }
        if (scene.after().closing().active()) {
            findings.add(4, ref + " left while the position was being closed");
        }
    }
}
