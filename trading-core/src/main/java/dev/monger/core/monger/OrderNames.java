package dev.monger.core.monger;

import dev.monger.core.model.IntentId;
import dev.monger.core.model.LeaseEpoch;
import dev.monger.core.model.OrderRef;
import dev.monger.core.model.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * The names of our orders: ticker, lease epoch, intent number, leg, for example {@code SPY.7.12.P}.
 * A pure function of the cause, so that nothing is named twice and everything can be recognised.
 */
final class OrderNames {

    private OrderNames() {}

    static OrderRef ref(Ticker ticker, IntentId intent, Leg leg) {
        return new OrderRef(ticker + "." + intent + "." + leg.letter());
    }

    static String ocaGroup(Ticker ticker, IntentId intent) {
        return ticker + "." + intent;
    }

    /** Tells whether a reference is one that this ticker's mongers give. */
    static boolean ours(Ticker ticker, @Nullable OrderRef ref) {
        return ref != null && legOf(ref) != null && ref.value().startsWith(ticker + ".");
    }

    /** Returns the leg a reference names; null when it is not one of ours. */
    static @Nullable Leg legOf(OrderRef ref) {
        if (!ref.value().matches(".+\\.[0-9]{1,18}\\.[0-9]{1,18}\\.[PTSC]")) {
            return null;
        }
        char letter = ref.value().charAt(ref.value().length() - 1);
        for (Leg leg : Leg.values()) {
            if (leg.letter() == letter) {
                return leg;
            }
        }
        return null;
    }

    /** Returns the intent a reference of ours names. */
    static IntentId intentOf(OrderRef ref) {
        String[] parts = ref.value().split("\\.", -1);
        long epoch = Math.max(1, Long.parseLong(parts[parts.length - 3]));
        long number = Math.max(1, Long.parseLong(parts[parts.length - 2]));
        return new IntentId(new LeaseEpoch(epoch), number);
    }
}
