package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.OrderRef;
import dev.monger.core.model.Price;
import dev.monger.core.model.Side;
import dev.monger.core.monger.MongerEvent.PredictionArrived;
import java.util.List;

/** Decides on a prediction: an entry, or the gate that said no. */
final class Entering {

    private Entering() {}

    static void decide(Turn turn, PredictionArrived prediction) {
        EntryQuestion question = new EntryQuestion(turn.state(), turn.at, prediction);
        EntryGate gate = EntryGates.refusal(question);
        Assignment assignment = turn.assignment();
        ContractTerms terms = turn.terms();
        Price limit = question.limit();
        if (gate != null || assignment == null || terms == null || limit == null) {
            String text = gate == null ? "no price" : "refused by " + gate;
            turn.command(new MongerFact.PredictionDecided(prediction, gate, text, null));
            return;
        }
        OrderRef ref = enter(turn, question.side(), limit, assignment, terms);
        String text = question.side() + " " + assignment.sizing().unitAt(limit) + " at " + limit;
        turn.command(new MongerFact.PredictionDecided(prediction, null, text, ref));
    }

    /**
     * From flat an entry is a native bracket. To add, it goes alone, and its fills enlarge the one
     * pair of exits: brackets are not stacked.
     */
    private static OrderRef enter(
            Turn turn, Side side, Price limit, Assignment assignment, ContractTerms terms) {
        Tickets tickets = Tickets.next(turn, assignment, terms);
        long now = turn.at.exchangeNanos();
        OrderTicket entry =
                tickets.entry(side, limit, now + assignment.entry().goodTill().toNanos());
        boolean flat = turn.ledger().own().isZero() && turn.book().liveExits().isEmpty();
        List<OrderTicket> sent = flat ? tickets.bracket(entry, limit) : List.of(entry);
        turn.submit(sent, "entry");
        turn.set(turn.book().entryLeft(sent.size(), turn.now(), now));
        return entry.ref();
    }
}
