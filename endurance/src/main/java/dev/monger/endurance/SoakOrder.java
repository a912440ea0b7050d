package dev.monger.endurance;

import dev.monger.tws.message.Execution;
import dev.monger.tws.message.OrderMessage;
import java.util.ArrayList;
import java.util.List;

/** One order of the soak, as its client was told of it; whatever cannot follow is a failure. */
final class SoakOrder {

    private static final List<String> ENDS = List.of("Filled", "Cancelled", "ApiCancelled");

    final int orderId;
    final long quantityE8;
    final long placedNanos;
    private long cancelledNanos;
    private long firstWordNanos;
    private String status = "";
    private long filledE8;
    private long executedE8;
    private final List<String> execIds = new ArrayList<>();

    SoakOrder(int orderId, long quantityE8, long placedNanos) {
        this.orderId = orderId;
        this.quantityE8 = quantityE8;
        this.placedNanos = placedNanos;
    }

    /** Returns what is wrong with a status, empty when nothing is. */
    String told(OrderMessage.OrderStatus told, long nowNanos) {
        if (firstWordNanos == 0) {
            firstWordNanos = nowNanos;
        }
        if (hasEnded() && !told.status().equals(status)) {
            return told.status() + " after " + status;
        }
        if (told.filledE8() < filledE8) {
            return "filled " + told.filledE8() + " after " + filledE8;
        }
        status = told.status();
        filledE8 = told.filledE8();
        if (status.equals("Filled") && filledE8 != quantityE8) {
            return "Filled with " + filledE8 + " of " + quantityE8;
        }
        return "";
    }

    /** Returns what is wrong with an execution; its running sum tells of one that was lost. */
    String told(Execution told) {
        if (execIds.contains(told.execId())) {
            return "execution " + told.execId() + " twice";
        }
        execIds.add(told.execId());
        executedE8 += told.sharesE8();
        return told.cumulativeQuantityE8() == executedE8
                ? ""
                : "execution "
                        + told.execId()
                        + " makes it "
                        + told.cumulativeQuantityE8()
                        + ", not "
                        + executedE8;
    }

    /** Returns what is overdue, empty when nothing is. */
    String overdue(long nowNanos, long longestNanos) {
        if (firstWordNanos == 0 && nowNanos - placedNanos > longestNanos) {
            return "no word since it was placed";
        }
        boolean cancelled = cancelledNanos != 0 && nowNanos - cancelledNanos > longestNanos;
        return cancelled && !hasEnded() ? "still " + status + " after its cancel" : "";
    }

    void cancelled(long nowNanos) {
        cancelledNanos = nowNanos;
    }

    boolean hasEnded() {
        return ENDS.contains(status);
    }

    /** Nanoseconds from placing to the first word, 0 before it. */
    long answerNanos() {
        return firstWordNanos == 0 ? 0 : firstWordNanos - placedNanos;
    }

    String status() {
        return status;
    }

    long filledE8() {
        return filledE8;
    }

    long executedE8() {
        return executedE8;
    }

    List<String> execIds() {
        return execIds;
    }
}
