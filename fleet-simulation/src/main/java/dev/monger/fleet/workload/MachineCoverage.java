package dev.monger.fleet.workload;

import dev.monger.core.monger.MongerState;
import dev.monger.core.monger.TrackedOrder;
import dev.monger.fleet.world.Witness;

/** Counts each move of each small machine, by looking at a monger before and after a step. */
final class MachineCoverage {

    private final Coverage coverage;

    MachineCoverage(Coverage coverage) {
        this.coverage = coverage;
    }

    void stepped(Witness.Stepped step) {
        MongerState before = step.before();
        MongerState after = step.house().state();
        if (before == null || after == null) {
            return;
        }
        moved("link", before.link(), after.link());
        moved("life", before.conduct().lifeCycle(), after.conduct().lifeCycle());
        moved("closing", before.closing(), after.closing());
        moved("latch", before.latch(), after.latch());
        moved("reconciliation", before.reconciliation().state(), after.reconciliation().state());
        moved("broker-view", before.ledger().broker(), after.ledger().broker());
        orders(before, after);
    }

    private void moved(String machine, Object from, Object to) {
        if (!from.getClass().equals(to.getClass())) {
            coverage.count(machine + " " + name(from) + " -> " + name(to));
        }
    }

    private static String name(Object state) {
        return state.getClass().getSimpleName();
    }

    private void orders(MongerState before, MongerState after) {
        if (before.book().orders().equals(after.book().orders())) {
            return;
        }
        for (TrackedOrder order : after.book().orders().values()) {
            TrackedOrder known = before.book().orders().get(order.ticket().ref());
            if (known != null) {
                moved("order", known.state(), order.state());
                moved("change", known.change(), order.change());
                partial(known, order);
            }
        }
    }

    private void partial(TrackedOrder known, TrackedOrder order) {
        boolean more = order.filled().compareTo(known.filled()) > 0;
        if (more && order.filled().compareTo(order.ticket().quantity()) < 0) {
            coverage.count("partial fill of " + order.ticket().leg());
        } else if (more) {
            coverage.count("fill of " + order.ticket().leg());
        }
    }
}
