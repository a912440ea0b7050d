package dev.monger.core.monger;

import dev.monger.core.model.Lifetime;
import dev.monger.core.model.OrderRef;
import dev.monger.core.model.Quantity;
import org.jspecify.annotations.Nullable;

/** Takes up an order that carries a name of ours and that the book does not know: a lost disk. */
final class Adoption {

    private Adoption() {}

    /** Returns the order as ours; null when it is somebody else's, or ended and of no interest. */
    static @Nullable TrackedOrder adopted(Turn turn, BrokerOrder told) {
        BrokerOrder.Identity id = told.identity();
        OrderRef ref = id.ref();
        boolean ours =
                OrderNames.ours(turn.state().session().ticker(), ref)
                        && id.clientId().equals(turn.state().session().clientId())
                        && AccountIntake.concernsUs(turn, id.conId(), id.account());
        if (!ours || ref == null || told.status().ended() || told.total().signum() <= 0) {
            return null;
        }
        Leg leg = OrderNames.legOf(ref);
        if (leg == null) {
            return null;
        }
        Lifetime lifetime =
                leg == Leg.ENTRY ? new Lifetime.Day() : new Lifetime.GoodTillCancelled();
        OrderTicket ticket =
                new OrderTicket(
                        ref,
                        OrderNames.intentOf(ref),
                        leg,
                        told.side(),
                        told.total(),
                        told.terms(),
                        lifetime,
                        null,
                        told.ocaGroup(),
                        false);
        Quantity filled = turn.ledger().filledOf(ref);
        return TrackedOrder.submitted(ticket, turn.now()).withFilled(filled);
    }
}
