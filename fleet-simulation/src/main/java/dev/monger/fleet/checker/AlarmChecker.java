package dev.monger.fleet.checker;

import dev.monger.core.monger.AlarmCode;
import dev.monger.core.monger.Closing;
import dev.monger.core.monger.MongerState;
import dev.monger.core.monger.OrderState;
import dev.monger.core.monger.TrackedOrder;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * 10: silence raises an alarm; nothing silent disappears; after calm no alarm is left without a
 * cause, nothing is UNKNOWN, and every stop is there.
 */
final class AlarmChecker implements Checker {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long UNKNOWN_NANOS = 15 * SECOND_NANOS;

    private final SortedMap<String, Long> unknownSince = new TreeMap<>();

    @Override
    public void stepped(Scene scene, Findings findings) {
        if (!scene.after().book().anyUnknown()) {
            unknownSince.remove(scene.ticker());
            return;
        }
        long since = unknownSince.computeIfAbsent(scene.ticker(), _ -> scene.nowNanos());
        boolean silent =
                scene.after().told().alarms().size() == 0
                        && oldestUnknown(scene) > UNKNOWN_NANOS
                        && scene.standing(since) > UNKNOWN_NANOS;
        if (silent) {
            unknownSince.put(scene.ticker(), scene.nowNanos());
            findings.add(10, scene.ticker() + " has an UNKNOWN order for long, and no alarm");
        }
    }

    private static long oldestUnknown(Scene scene) {
        long oldest = 0;
        long now = scene.step().input().now().monotonicNanos();
        for (TrackedOrder order : scene.after().book().live()) {
            if (order.state() instanceof OrderState.Unknown unknown) {
                oldest = Math.max(oldest, now - unknown.sinceNanos());
            }
        }
        return oldest;
    }

    @Override
    public void calm(Calm calm, Findings findings) {
        for (String ticker : calm.sight().tickers()) {
            MongerState state = calm.state(ticker);
            if (calm.commands().stopped(ticker)) {
                continue;
            }
            if (!calm.house(ticker).alive()) {
                findings.add(10, "in calm, the monger of " + ticker + " is gone and stays away");
            }
            if (state.book().anyUnknown()) {
                findings.add(10, "in calm, an order of " + ticker + " is UNKNOWN: " + state.book());
            }
            if (!state.reconciliation().reconciled()) {
                findings.add(10, "in calm, " + ticker + " is not reconciled");
            }
            TickerSight truth = calm.sight().of(ticker);
            if (truth.own() != 0 && !truth.covered() && !calm.blame().wasTouched(ticker)) {
                findings.add(6, "in calm, " + ticker + " holds " + truth.own() + " without a stop");
            }
            alarms(ticker, calm, state, findings);
        }
    }

    private static void alarms(String ticker, Calm calm, MongerState state, Findings findings) {
        for (AlarmCode code : state.told().alarms().keys()) {
            boolean caused =
                    switch (code) {
                        case HALTED -> state.latch().halted();
                        case OPERATOR_INTERVENED -> calm.blame().wasTouched(ticker);
                        case RESIDUAL -> state.closing() instanceof Closing.GivenUp;
                        case POSITION_DIFFERS -> calm.blame().booksMoved();
                        case STOP_MISSING -> calm.blame().wasTouched(ticker);
                        case CONTRACT_REFUSED,
                                STOP_REJECTED,
                                ORDER_UNKNOWN,
                                SECOND_INCARNATION,
                                CLOSE_BLOCKED,
                                EXECUTIONS_MISSING,
                                RECONCILIATION_STUCK,
                                NO_CLOSING_PRICE,
                                SUPERSEDED,
                                CLOCK_SKEWED,
                                ABOVE_MAXIMUM ->
                                false;
                    };
            if (!caused) {
                findings.add(
                        10,
                        "in calm, an alarm of "
                                + ticker
                                + " has no cause: "
                                + code
                                + ", "
                                + state.told().alarms().get(code));
            }
        }
    }
}
