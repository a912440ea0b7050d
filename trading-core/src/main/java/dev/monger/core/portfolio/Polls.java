package dev.monger.core.portfolio;

/**
 * The enumerations of one session.
 *
 * @param orders every open order of the account, asked for again and again
 * @param executions the day's executions, asked for again and again
 * @param positions asked for once, a stream afterwards
 * @param completed orders that ended, asked for when one is missed
 */
public record Polls(Poll orders, Poll executions, Poll positions, Poll completed) {

    /** Nothing asked. */
    static final Polls NONE =
            new Polls(new Poll.Never(), new Poll.Never(), new Poll.Never(), new Poll.Never());

    boolean reconciled() {
        return orders.complete() && executions.complete() && positions.complete();
    }

    Polls withOrders(Poll value) {
        return new Polls(value, executions, positions, completed);
    }

    Polls withExecutions(Poll value) {
        return new Polls(orders, value, positions, completed);
    }

    Polls withPositions(Poll value) {
        return new Polls(orders, executions, value, completed);
    }

    Polls withCompleted(Poll value) {
        return new Polls(orders, executions, positions, value);
    }
}
