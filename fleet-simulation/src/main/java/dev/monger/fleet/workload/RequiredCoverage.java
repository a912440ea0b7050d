package dev.monger.fleet.workload;

import java.util.ArrayList;
import java.util.List;

/**
 * What must have taken effect within so many seeds, or the stories prove less than they seem to.
 */
public final class RequiredCoverage {

    /** From how many seeds on nothing may be missing. */
    public static final long SEEDS = 2_000;

    private static final String NAMES =
            """
            broker-view Agrees -> Differs
            broker-view Agrees -> NotTold
            broker-view Differs -> Agrees
            broker-view Differs -> NotTold
            broker-view NotTold -> Agrees
            broker-view NotTold -> Differs
            change None -> Pending
            change None -> Recent
            change Pending -> Recent
            change Pending -> Undecided
            change Recent -> None
            change Recent -> Pending
            change Undecided -> None
            change Undecided -> Pending
            closing GivenUp -> Idle
            closing Idle -> Withdrawing
            closing Idle -> Working
            closing Withdrawing -> GivenUp
            closing Withdrawing -> Idle
            closing Working -> Idle
            closing Working -> Withdrawing
            command FLATTEN
            command FLATTEN at the door
            command PAUSE
            command REDUCE_ONLY
            command RESET
            command RESUME
            command START
            command STOP
            command STOP at the door
            crash
            crash inside flatten
            fault while something is open
            fill of CLOSE
            fill of ENTRY
            fill of STOP_LOSS
            fill of TAKE_PROFIT
            latch Clear -> Halted
            latch Halted -> Clear
            life Flat -> Flattening
            life Flat -> Paused
            life Flat -> Stopped
            life Flat -> Trading
            life Flattening -> Flat
            life Paused -> Flattening
            life Paused -> ReduceOnly
            life Paused -> Stopped
            life Paused -> Stopping
            life Paused -> Trading
            life ReduceOnly -> Flattening
            life ReduceOnly -> Paused
            life ReduceOnly -> Stopped
            life ReduceOnly -> Trading
            life Stopped -> Trading
            life Stopping -> Stopped
            life Trading -> Flattening
            life Trading -> Paused
            life Trading -> ReduceOnly
            life Trading -> Stopping
            link Apart -> Down
            link Apart -> Healthy
            link Down -> Healthy
            link Healthy -> Apart
            link Healthy -> Down
            order Ending -> Ended
            order Ending -> Unknown
            order Submitted -> Ended
            order Submitted -> Ending
            order Submitted -> Unknown
            order Submitted -> Working
            order Unknown -> Ended
            order Unknown -> Working
            order Working -> Ended
            order Working -> Ending
            partial fill of CLOSE
            partial fill of ENTRY
            partial fill of STOP_LOSS
            partial fill of TAKE_PROFIT
            reconciliation Needed -> Running
            reconciliation Running -> Needed
            reconciliation Running -> Settled
            reconciliation Settled -> Needed
            reconciliation Settled -> Running
            """;

    private RequiredCoverage() {}

    /** Returns what never took effect. */
    public static List<String> missing(Coverage coverage) {
        List<String> missing = new ArrayList<>();
        NAMES.lines().filter(name -> coverage.of(name) == 0).forEach(missing::add);
        for (String deed : Troubles.deedNames()) {
            if (coverage.of("deed " + deed) == 0) {
                missing.add("deed " + deed);
            }
        }
        for (String kind : Misbehaviour.kinds()) {
            if (coverage.of("struck " + kind) == 0) {
                missing.add("struck " + kind);
            }
        }
        return missing;
    }
}
