package dev.monger.fleet.checker;

import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.Execution;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * 5: over every subset of working orders that could still fill, exits never carry the position
 * through zero. An exit that we add beyond the position is a violation at once; excess that the
 * broker or a person makes must be undone in time.
 */
final class ExitsChecker implements Checker {

    private static final long SECOND_NANOS = 1_000_000_000L;

    /** Excess must be gone within so long, once the monger can act. */
    static final long UNDONE_NANOS = 15 * SECOND_NANOS;

    /** A fill this recent may not have been told when an exit left. */
    private static final long UNTOLD_NANOS = SECOND_NANOS;

    private final SortedMap<String, Watch> watches = new TreeMap<>();

    /** What was last seen of one ticker. */
    private static final class Watch {
        private SortedSet<Long> exits = new TreeSet<>();
        private long own;
        private long ownBefore;
        private long ownChangedNanos = Long.MIN_VALUE / 2;
        private long excessNanos = Long.MIN_VALUE;
        private boolean told;
        private String reversal = "";
    }

    @Override
    public void stepped(Scene scene, Findings findings) {
        TickerSight truth = scene.truth();
        Watch watch = watches.computeIfAbsent(scene.ticker(), _ -> new Watch());
        if (truth.own() != watch.own) {
            watch.ownBefore = watch.own;
            watch.own = truth.own();
            watch.ownChangedNanos = scene.nowNanos();
        }
        SortedSet<Long> exits = exits(truth);
        boolean added = !watch.exits.containsAll(sentJustNow(scene, truth));
        watch.exits = exits;
        reversed(scene, truth, watch, findings);
        long excess = excess(truth, truth.own());
        if (excess <= 0 || withinNet(scene, truth)) {
            watch.excessNanos = Long.MIN_VALUE;
            watch.told = false;
            return;
        }
        if (watch.excessNanos == Long.MIN_VALUE) {
            watch.excessNanos = scene.nowNanos();
        }
        judge(scene, watch, added, findings);
    }

    private static void judge(Scene scene, Watch watch, boolean added, Findings findings) {
        TickerSight truth = scene.truth();
        boolean untold = scene.nowNanos() - watch.ownChangedNanos < UNTOLD_NANOS;
        boolean ours =
                added
                        && !(untold && excess(truth, watch.ownBefore) <= 0)
                        && !scene.blame().since(scene.ticker(), scene.nowNanos() - UNTOLD_NANOS)
                        && watch.excessNanos == scene.nowNanos();
        boolean late =
                scene.standing(watch.excessNanos) > UNDONE_NANOS
                        && !scene.after().book().anyUnknown();
        if ((ours || late) && !watch.told) {
            watch.told = true;
            findings.add(
                    5,
                    scene.ticker()
                            + " holds "
                            + truth.own()
                            + " and has exits that could take "
                            + excess(truth, truth.own())
                            + " more"
                            + (ours ? ", sent by us: " : ", not undone in time: ")
                            + truth.live());
        }
    }

    /** An exit that waited in TWS for its link was sent long before the broker got it. */
    private static SortedSet<Long> sentJustNow(Scene scene, TickerSight truth) {
        long backNanos = scene.world().broker().faults().link().backNanos();
        SortedSet<Long> sent = exits(truth);
        for (BrokerOrder order : truth.live()) {
            if (order.placedNanos() == backNanos || underItsParent(scene, order)) {
                sent.remove(order.permId());
            }
        }
        return sent;
    }

    /**
     * Whose the shares are that people traded is told by the portfolio. Until that has come, exits
     * are bound by what the broker holds on their side, as the position's own stream tells it.
     */
    private static boolean withinNet(Scene scene, TickerSight truth) {
        return excess(truth, truth.net()) <= 0 && !handsKnown(scene);
    }

    private static boolean handsKnown(Scene scene) {
        var booked = scene.after().ledger().entries();
        for (Execution execution : scene.sight().executions(scene.ticker())) {
            boolean ours =
                    Refs.ours(execution.orderRef(), scene.ticker()) && !execution.origin().manual();
            if (!ours && !booked.has(OwnShare.family(execution))) {
                return false;
            }
        }
        return true;
    }

    private static SortedSet<Long> exits(TickerSight truth) {
        SortedSet<Long> exits = new TreeSet<>();
        for (BrokerOrder order : truth.live()) {
            if (Refs.leg(order.terms().orderRef()) != 'P') {
                exits.add(order.permId());
            }
        }
        return exits;
    }

    /**
     * An exit that was sent under a parent of its size waited for it: when the broker lets it work
     * whole though the parent has filled in part, that is the broker's excess.
     */
    private static boolean underItsParent(Scene scene, BrokerOrder exit) {
        if (exit.parentPermId() == 0) {
            return false;
        }
        for (BrokerOrder other : scene.sight().orders()) {
            if (other.permId() == exit.parentPermId()) {
                return exit.terms().shares() <= other.terms().shares();
            }
        }
        return false;
    }

    private static long excess(TickerSight truth, long own) {
        long selling = Exposure.of(truth, false) - Math.max(0, own);
        long buying = Exposure.of(truth, true) - Math.max(0, -own);
        return Math.max(selling, buying);
    }

    /** Excess that stood, and that could not be undone yet, explains a reversal. */
    private static void reversed(Scene scene, TickerSight truth, Watch watch, Findings findings) {
        String by = truth.share().reversedBy();
        if (by.isEmpty() || by.equals(watch.reversal)) {
            return;
        }
        watch.reversal = by;
        boolean stood = watch.excessNanos != Long.MIN_VALUE;
        if (!handsKnown(scene) && Long.signum(truth.net()) * Long.signum(truth.own()) <= 0) {
            // What it sold was a person's, and nobody had told it so.
            return;
        }
        boolean undoable = stood && scene.standing(watch.excessNanos) > UNDONE_NANOS;
        long since = scene.nowNanos() - UNDONE_NANOS;
        if (undoable || (!stood && !scene.blame().since(scene.ticker(), since))) {
            findings.add(5, by + " carried the own share through zero to " + truth.own());
        }
    }
}
