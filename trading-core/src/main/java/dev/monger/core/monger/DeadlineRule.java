package dev.monger.core.monger;

import dev.monger.core.monger.TrackedOrder.Change;

/** Silence is not an answer: what was not answered in time becomes UNKNOWN, or undecided. */
final class DeadlineRule {

    private DeadlineRule() {}

    static void obey(Turn turn) {
        for (TrackedOrder order : turn.book().live()) {
            turn.put(order, changeDue(turn, stateDue(turn, order)), "no answer in time");
        }
        forget(turn);
    }

    private static TrackedOrder stateDue(Turn turn, TrackedOrder order) {
        boolean due =
                switch (order.state()) {
                    case OrderState.Submitted submitted -> turn.reached(submitted.deadlineNanos());
                    case OrderState.Ending ending -> turn.reached(ending.deadlineNanos());
                    case OrderState.Working _, OrderState.Unknown _, OrderState.Ended _ -> false;
                };
        return due ? order.after(new OrderState.Signal.Doubted(), turn.now()) : order;
    }

    private static TrackedOrder changeDue(Turn turn, TrackedOrder order) {
        return order.change() instanceof Change.Pending pending
                        && turn.reached(pending.deadlineNanos())
                ? order.withChange(new Change.Undecided(pending.before()))
                : order;
    }

    private static void forget(Turn turn) {
        boolean flat = turn.ledger().own().isZero();
        Orders left = turn.book().orders().keeping(order -> kept(turn, order, flat));
        if (left.size() < turn.book().orders().size()) {
            turn.set(turn.book().withOrders(left));
        }
    }

    private static boolean kept(Turn turn, TrackedOrder order, boolean flat) {
        boolean old =
                order.state() instanceof OrderState.Ended ended
                        && turn.now() - ended.atNanos() >= Timing.FORGET_NANOS;
        boolean ofInterest = !flat && order.ticket().leg().exits();
        return !old || order.executionsMissing() || ofInterest;
    }
}
