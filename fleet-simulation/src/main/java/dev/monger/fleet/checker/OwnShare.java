package dev.monger.fleet.checker;

import dev.monger.simulator.backend.Execution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whose the position is, counted from the broker's own executions: those against our side reduce
 * our share first, whoever traded.
 *
 * @param own signed
 * @param manual signed, what people hold beyond that
 * @param reversedBy the exit of ours whose fill took the own share through zero; empty for none
 */
record OwnShare(long own, long manual, String reversedBy) {

    /** The wire tells times in whole seconds; within one, the broker's numbers decide. */
    private static final long WIRE_NANOS = 1_000_000_000L;

    private static final Comparator<Execution> AS_TOLD =
            Comparator.comparingLong((Execution execution) -> execution.timeNanos() / WIRE_NANOS)
                    .thenComparing(OwnShare::family);

    static OwnShare of(List<Execution> executions, String ticker) {
        OwnShare share = new OwnShare(0, 0, "");
        for (Execution execution : latestRevisions(executions)) {
            share = share.after(execution, ticker);
        }
        return share;
    }

    private static List<Execution> latestRevisions(List<Execution> executions) {
        SortedMap<String, Execution> latest = new TreeMap<>();
        for (Execution execution : executions) {
            latest.merge(
                    family(execution),
                    execution,
                    (one, other) -> one.execId().compareTo(other.execId()) > 0 ? one : other);
        }
        List<Execution> sorted = new ArrayList<>(latest.values());
        sorted.sort(AS_TOLD);
        return sorted;
    }

    static String family(Execution execution) {
        return execution.execId().substring(0, execution.execId().lastIndexOf('.'));
    }

    private OwnShare after(Execution execution, String ticker) {
        long change = execution.trade().shares() * (execution.trade().buy() ? 1 : -1);
        boolean against = Long.signum(own) * Long.signum(change) < 0;
        long reducing =
                against ? Long.signum(change) * Math.min(Math.abs(change), Math.abs(own)) : 0;
        long rest = change - reducing;
        boolean ours = Refs.ours(execution.orderRef(), ticker) && !execution.origin().manual();
        if (!ours) {
            return new OwnShare(own + reducing, manual + rest, reversedBy);
        }
        boolean reverses =
                rest != 0 && own + reducing == 0 && Refs.leg(execution.orderRef()) != 'P';
        return new OwnShare(own + change, manual, reverses ? execution.orderRef() : reversedBy);
    }
}
