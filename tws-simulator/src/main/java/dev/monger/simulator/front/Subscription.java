package dev.monger.simulator.front;

/**
 * One subscription, told from another one with the same request by being another object: a deed on
 * the agenda that belongs to a cancelled subscription must not go on for its successor.
 */
final class Subscription<R> {
    private final R request;

    Subscription(R request) {
        this.request = request;
    }

    R request() {
        return request;
    }
}
