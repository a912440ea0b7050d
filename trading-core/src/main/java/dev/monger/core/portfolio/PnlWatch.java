package dev.monger.core.portfolio;

import dev.monger.core.model.Money;

/** Whether the account's P&L is known well enough to permit anything. */
public sealed interface PnlWatch {

    /** Nobody was asked: there is no session. */
    record Off() implements PnlWatch {}

    /** Asked, nothing usable heard yet. */
    record Awaiting(long sinceNanos) implements PnlWatch {}

    /** Told at this time by the monotonic clock. */
    record Fresh(Money daily, long atNanos) implements PnlWatch {}

    /** Had its chance to refresh: asked anew since the last value. */
    record Asking(Money daily, long atNanos) implements PnlWatch {}

    /** Too long without a word; alarmed, and asked for again and again. */
    record Silent(long sinceNanos, long askedNanos) implements PnlWatch {}

    /** Returns the watch after the session opened and the subscription was made. */
    default PnlWatch opened(long atNanos) {
        return new Awaiting(atNanos);
    }

    /** Returns the watch after a daily P&L that was set. */
    default PnlWatch heard(Money daily, long atNanos) {
        return switch (this) {
            case Off off -> off;
            case Awaiting _, Fresh _, Asking _, Silent _ -> new Fresh(daily, atNanos);
        };
    }

    /**
     * Returns the watch at a later time. Half way to too old it asks anew, since some gateways
     * speak only when something changed.
     */
    default PnlWatch elapsed(long nowNanos, long ageNanos) {
        return switch (this) {
            case Off off -> off;
            case Silent silent ->
                    nowNanos - silent.askedNanos() > ageNanos
                            ? new Silent(silent.sinceNanos(), nowNanos)
                            : silent;
            case Awaiting awaiting ->
                    nowNanos - awaiting.sinceNanos() > ageNanos
                            ? new Silent(awaiting.sinceNanos(), nowNanos)
                            : awaiting;
            case Fresh fresh ->
                    nowNanos - fresh.atNanos() > ageNanos / 2
                            ? new Asking(fresh.daily(), fresh.atNanos()).elapsed(nowNanos, ageNanos)
                            : fresh;
            case Asking asking ->
                    nowNanos - asking.atNanos() > ageNanos
                            ? new Silent(asking.atNanos(), nowNanos)
                            : asking;
        };
    }

    /** Tells whether the value is young enough to be judged by. */
    default boolean known() {
        return switch (this) {
            case Fresh _, Asking _ -> true;
            case Off _, Awaiting _, Silent _ -> false;
        };
    }
}
