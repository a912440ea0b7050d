package dev.monger.core.portfolio;

import dev.monger.core.model.ConId;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the account holds.
 *
 * @param held by contract; a closed position stays as zero
 * @param unconfirmed contracts that this session's list has not named yet
 */
public record Positions(SortedMap<ConId, AccountPosition> held, SortedSet<ConId> unconfirmed) {

    /** Nothing known. */
    static final Positions NONE =
            new Positions(Collections.emptySortedMap(), Collections.emptySortedSet());

    /** The positions after an observation, and those that changed. */
    record Changed(Positions positions, List<AccountPosition> changes) {}

    /** Keeps immutable copies. */
    public Positions {
        held = Collections.unmodifiableSortedMap(new TreeMap<>(held));
        unconfirmed = Collections.unmodifiableSortedSet(new TreeSet<>(unconfirmed));
    }

    Positions listing() {
        return new Positions(held, new TreeSet<>(held.keySet()));
    }

    Changed seen(AccountPosition position) {
        ConId conId = position.instrument().conId();
        boolean same = position.equals(held.get(conId));
        if (same && !unconfirmed.contains(conId)) {
            return new Changed(this, List.of());
        }
        TreeMap<ConId, AccountPosition> now = new TreeMap<>(held);
        now.put(conId, position);
        TreeSet<ConId> open = new TreeSet<>(unconfirmed);
        open.remove(conId);
        return new Changed(new Positions(now, open), same ? List.of() : List.of(position));
    }

    /** A contract that the whole list does not name is held no more. */
    Changed listed() {
        TreeMap<ConId, AccountPosition> now = new TreeMap<>(held);
        List<AccountPosition> closed = new ArrayList<>();
        for (ConId conId : unconfirmed) {
            AccountPosition known = held.get(conId);
            if (known != null && !known.quantity().isZero()) {
                AccountPosition zero =
                        new AccountPosition(known.instrument(), Quantity.ZERO, Price.ZERO);
                now.put(conId, zero);
                closed.add(zero);
            }
        }
        return new Changed(new Positions(now, Collections.emptySortedSet()), closed);
    }
}
