package dev.monger.fleet.checker;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.Quantity;

/** 3: own position plus working entries never exceeds the ticker's maximum. */
final class MaximumChecker implements Checker {

    @Override
    public void stepped(Scene scene, Findings findings) {
        Assignment assignment = scene.after().session().assignment();
        if (assignment == null) {
            return;
        }
        TickerSight truth = scene.truth();
        Quantity size = Quantity.ofShares(Math.abs(truth.own()) + truth.entering());
        boolean excess = size.compareTo(assignment.sizing().maximum()) > 0;
        if (excess && truth.entering() > 0 && !scene.blame().booksMoved()) {
            findings.add(
                    3,
                    scene.ticker()
                            + " holds "
                            + truth.own()
                            + " and enters "
                            + truth.entering()
                            + ", more than "
                            + assignment.sizing().maximum());
        }
    }
}
