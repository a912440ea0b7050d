package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.HoursRules;
import dev.monger.core.model.IntentId;
import dev.monger.core.model.Lifetime;
import dev.monger.core.model.OrderRef;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import dev.monger.core.model.Ticker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the tickets of one intent. */
final class Tickets {

    private final Ticker ticker;
    private final IntentId intent;
    private final Assignment assignment;
    private final ContractTerms terms;

    private Tickets(Ticker ticker, IntentId intent, Assignment assignment, ContractTerms terms) {
        this.ticker = ticker;
        this.intent = intent;
        this.assignment = assignment;
        this.terms = terms;
    }

    /** Takes the next intent number; its names are used by nothing else, ever. */
    static Tickets next(Turn turn, Assignment assignment, ContractTerms terms) {
        Session session = turn.state().session();
        long number = turn.book().nextNumber();
        turn.set(turn.book().withNextNumber(number + 1));
        return new Tickets(
                session.ticker(), new IntentId(session.epoch(), number), assignment, terms);
    }

    /** Returns the group that new exits of this intent form. */
    String group() {
        return OrderNames.ocaGroup(ticker, intent);
    }

    OrderTicket entry(Side side, Price limit, long goodTillNanos) {
        return new OrderTicket(
                OrderNames.ref(ticker, intent, Leg.ENTRY),
                intent,
                Leg.ENTRY,
                side,
                assignment.sizing().unitAt(limit),
                new OrderTerms.Limit(limit),
                new Lifetime.GoodTillDate(goodTillNanos),
                null,
                null,
                assignment.hours().entries() == HoursRules.EntryHours.ANY);
    }

    /** Returns an entry with its exits, the stop last: all of one group, waiting for the entry. */
    List<OrderTicket> bracket(OrderTicket entry, Price limit) {
        List<OrderTicket> tickets = new ArrayList<>(List.of(entry));
        tickets.add(takeProfit(entry.side(), limit, entry.quantity(), group(), entry.ref()));
        tickets.add(stopLoss(entry.side(), limit, entry.quantity(), group(), entry.ref()));
        return tickets;
    }

    OrderTicket takeProfit(
            Side entrySide, Price price, Quantity size, String group, @Nullable OrderRef parent) {
        OrderTerms limit = Pricing.takeProfit(price, entrySide, assignment.exit(), terms);
        return exit(Leg.TAKE_PROFIT, entrySide, size, limit, group).under(parent);
    }

    OrderTicket stopLoss(
            Side entrySide, Price price, Quantity size, String group, @Nullable OrderRef parent) {
        OrderTerms stop = Pricing.stopLoss(price, entrySide, assignment.exit(), terms);
        return exit(Leg.STOP_LOSS, entrySide, size, stop, group).under(parent);
    }

    OrderTicket close(Side entrySide, Price limit, Quantity size, String group) {
        return exit(Leg.CLOSE, entrySide, size, new OrderTerms.Limit(limit), group);
    }

    /** Returns a closing order that does not fill before it is changed. */
    OrderTicket joining(Side entrySide, Price average, Quantity size, String group) {
        OrderTerms limit = Pricing.takeProfit(average, entrySide, assignment.exit(), terms);
        return exit(Leg.CLOSE, entrySide, size, limit, group);
    }

    private OrderTicket exit(
            Leg leg, Side entrySide, Quantity size, OrderTerms price, String group) {
        Lifetime lifetime =
                leg == Leg.CLOSE ? new Lifetime.Day() : new Lifetime.GoodTillCancelled();
        return new OrderTicket(
                OrderNames.ref(ticker, intent, leg),
                intent,
                leg,
                entrySide.opposite(),
                size,
                price,
                lifetime,
                null,
                group,
                assignment.hours().exitsOutsideRegularHours());
    }
}
