package dev.monger.fleet.checker;

import dev.monger.core.monger.Leg;
import dev.monger.core.monger.TrackedOrder;
import dev.monger.simulator.backend.BrokerOrder;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * 6: every own position has a working stop at the broker within seconds, or an alarm with its
 * cause; and no stop is taken away while it is all that protects.
 */
final class ProtectionChecker implements Checker {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long NAKED_NANOS = 10 * SECOND_NANOS;

    private final SortedMap<String, Long> nakedSince = new TreeMap<>();

    @Override
    public void stepped(Scene scene, Findings findings) {
        TickerSight truth = scene.truth();
        stripped(scene, truth, findings);
        if (truth.own() == 0 || truth.covered()) {
            nakedSince.remove(scene.ticker());
            return;
        }
        if (scene.after().told().alarms().size() > 0) {
            // Somebody is told; if the alarm ends, the seconds for a stop begin anew.
            nakedSince.put(scene.ticker(), scene.nowNanos());
            return;
        }
        long since = nakedSince.computeIfAbsent(scene.ticker(), _ -> scene.nowNanos());
        if (scene.standing(since) > NAKED_NANOS) {
            nakedSince.put(scene.ticker(), scene.nowNanos());
            findings.add(
                    6,
                    scene.ticker()
                            + " holds "
                            + truth.own()
                            + " with working stops of "
                            + truth.stopped()
                            + " for "
                            + NAKED_NANOS / SECOND_NANOS
                            + " s, and nobody was told");
        }
    }

    /** A stop whose cancel was asked for in this step, with nothing else that protects. */
    private static void stripped(Scene scene, TickerSight truth, Findings findings) {
        var before = scene.before().book().orders();
        var after = scene.after().book().orders();
        if (truth.own() == 0 || before.equals(after)) {
            return;
        }
        for (TrackedOrder order : after.values()) {
            TrackedOrder known = before.get(order.ticket().ref());
            boolean asked =
                    order.ticket().leg() == Leg.STOP_LOSS
                            && known != null
                            && order.marks().cancelAsked()
                            && !known.marks().cancelAsked();
            if (asked && strips(scene, truth, order.ticket().ref().value())) {
                findings.add(
                        6,
                        "the stop "
                                + order.ticket().ref()
                                + " is taken away while "
                                + truth.own()
                                + " shares are held");
            }
        }
    }

    private static boolean strips(Scene scene, TickerSight truth, String ref) {
        long others = 0;
        boolean worked = false;
        for (BrokerOrder order : truth.live()) {
            boolean stop =
                    Refs.leg(order.terms().orderRef()) == 'S'
                            && TickerSight.works(order)
                            && order.terms().buy() == truth.own() < 0;
            boolean same = order.terms().orderRef().equals(ref);
            worked |= stop && same;
            others += stop && !same ? order.remainingShares() : 0;
        }
        // A fill that is on its way to the monger is no reason: it cannot know of it yet.
        boolean knows = scene.before().ledger().own().signum() != 0;
        return worked && knows && others < truth.coverable();
    }
}
