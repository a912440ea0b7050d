package dev.monger.core.manager;

import dev.monger.core.model.CommandId;
import dev.monger.core.model.Ticker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that the manager knows.
 *
 * @param members every ticker that ever had a lease, desired or not
 * @param desired the tickers that are to run, in the operator's order
 * @param undertakings commands, the ended ones kept for questions
 * @param lastEpoch the highest lease epoch ever given
 * @param answeredBreach the breach for which the fleet was last flattened, or empty
 * @param recalled whether what earlier processes told was read, so that leases can be given
 */
public record ManagerState(
        SortedMap<Ticker, Member> members,
        List<Ticker> desired,
        SortedMap<CommandId, Undertaking> undertakings,
        long lastEpoch,
        String answeredBreach,
        boolean recalled) {

    /** Nothing is known. */
    public static final ManagerState EMPTY =
            new ManagerState(
                    Collections.emptySortedMap(),
                    List.of(),
                    Collections.emptySortedMap(),
                    0,
                    "",
                    false);

    /** Keeps immutable copies. */
    public ManagerState {
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        desired = List.copyOf(desired);
        undertakings = Collections.unmodifiableSortedMap(new TreeMap<>(undertakings));
    }

    /** Returns the members that are to run, in the operator's order. */
    public List<Member> running() {
        List<Member> found = new ArrayList<>();
        for (Ticker ticker : desired) {
            Member member = members.get(ticker);
            if (member != null) {
                found.add(member);
            }
        }
        return found;
    }

    ManagerState with(Member member) {
        TreeMap<Ticker, Member> changed = new TreeMap<>(members);
        changed.put(member.ticker(), member);
        return new ManagerState(
                changed, desired, undertakings, lastEpoch, answeredBreach, recalled);
    }

    ManagerState with(Undertaking undertaking) {
        TreeMap<CommandId, Undertaking> changed = new TreeMap<>(undertakings);
        changed.put(undertaking.order().id(), undertaking);
        return new ManagerState(members, desired, changed, lastEpoch, answeredBreach, recalled);
    }

    ManagerState withDesired(List<Ticker> value) {
        return new ManagerState(members, value, undertakings, lastEpoch, answeredBreach, recalled);
    }

    ManagerState withLastEpoch(long value) {
        return new ManagerState(members, desired, undertakings, value, answeredBreach, recalled);
    }

    ManagerState withAnsweredBreach(String value) {
        return new ManagerState(members, desired, undertakings, lastEpoch, value, recalled);
    }

    ManagerState withRecalled(boolean value) {
        return new ManagerState(members, desired, undertakings, lastEpoch, answeredBreach, value);
    }

    ManagerState withUndertakings(SortedMap<CommandId, Undertaking> value) {
        return new ManagerState(members, desired, value, lastEpoch, answeredBreach, recalled);
    }
}
