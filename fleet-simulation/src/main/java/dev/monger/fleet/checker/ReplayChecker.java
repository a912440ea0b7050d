package dev.monger.fleet.checker;

import dev.monger.engine.journal.ReplayComparison;
import dev.monger.fleet.world.House;

/**
 * 9: the same journal gives the same outputs, byte for byte. Every start of a process replays its
 * journal as well; this looks at what was kept since.
 */
final class ReplayChecker implements Checker {

    private final boolean looks;

    /** Looks only where it is wanted: stepping everything again costs as much as the story. */
    ReplayChecker(boolean looks) {
        this.looks = looks;
    }

    @Override
    public void calm(Calm calm, Findings findings) {
        if (!looks) {
            return;
        }
        for (House house : calm.world().houses()) {
            ReplayComparison.Report report = house.replayRest();
            if (report.differences() > 0) {
                findings.add(
                        9,
                        house.name()
                                + " replays with "
                                + report.differences()
                                + " differences, the first: "
                                + report.first());
            }
        }
    }
}
