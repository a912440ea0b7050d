package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.ContractTerms;

/** Takes in what happens to the links, and to the contract behind them. */
final class LinkIntake {

    private LinkIntake() {}

    static void take(Turn turn, LinkEvent event) {
        LinkState before = turn.state().link();
        turn.set(before.after(event));
        switch (event) {
            case LinkEvent.LinkOpened _ -> opened(turn);
            case LinkEvent.LinkLost lost -> lost(turn, lost.reason(), true);
            case LinkEvent.BrokerConnectivityLost apart -> lost(turn, apart.reason(), false);
            case LinkEvent.BrokerConnectivityRestored restored ->
                    restored(turn, before, restored.dataLost());
            case LinkEvent.RestartApproaching _ -> {
                // The gates look at the link.
            }
            case LinkEvent.ContractConfirmed confirmed -> confirmed(turn, confirmed.terms());
            case LinkEvent.ContractRefused refused -> refused(turn, refused.text());
        }
    }

    private static void opened(Turn turn) {
        broken(turn, "the session was opened");
        turn.set(turn.state().session().withSubscribed(false).withConfirmAsked(null));
        confirmContract(turn);
    }

    private static void lost(Turn turn, String reason, boolean session) {
        broken(turn, reason);
        if (session) {
            turn.set(turn.state().session().withSubscribed(false).withConfirmAsked(null));
        }
    }

    private static void broken(Turn turn, String reason) {
        turn.set(turn.state().clock().broken());
        turn.set(turn.state().market().withQuote(null));
        turn.set(turn.state().reconciliation().broken(turn.now()));
        turn.set(turn.ledger().withNothingTold());
        doubtEverythingUnderWay(turn, reason);
    }

    /** What was on its way when the link broke may have arrived or not. */
    static void doubtEverythingUnderWay(Turn turn, String reason) {
        for (TrackedOrder order : turn.book().live()) {
            TrackedOrder doubted = order;
            if (!(order.state() instanceof OrderState.Working)) {
                doubted = doubted.after(new OrderState.Signal.Doubted(), turn.now());
            }
            if (order.change() instanceof TrackedOrder.Change.Pending pending) {
                doubted = doubted.withChange(new TrackedOrder.Change.Undecided(pending.before()));
            }
            turn.put(order, doubted, reason);
        }
    }

    private static void restored(Turn turn, LinkState before, boolean dataLost) {
        if (!(before instanceof LinkState.Apart)) {
            return;
        }
        turn.set(turn.state().reconciliation().broken(turn.now()));
        Session session = turn.state().session();
        if (session.terms() == null) {
            confirmContract(turn);
        } else if (dataLost || !session.subscribed()) {
            subscribe(turn, session.terms());
        }
    }

    static void confirmContract(Turn turn) {
        Assignment assignment = turn.assignment();
        if (assignment != null && turn.state().link().open()) {
            turn.set(turn.state().session().withConfirmAsked(turn.at));
            turn.command(new MongerCommand.ConfirmContract(assignment.contract()));
        }
    }

    private static void confirmed(Turn turn, ContractTerms terms) {
        ContractTerms before = turn.terms();
        boolean other = before != null && !before.conId().equals(terms.conId());
        boolean atRest = turn.ledger().own().isZero() && turn.book().live().isEmpty();
        if (before != null && other && !atRest) {
            refused(
                    turn,
                    "the broker now answers with contract "
                            + terms.conId()
                            + " while a position or an order in "
                            + before.conId()
                            + " is open");
            return;
        }
        turn.set(turn.state().told().withContractRefusal(null));
        turn.set(turn.state().session().withTerms(terms));
        if (before == null || other || !turn.state().session().subscribed()) {
            subscribe(turn, terms);
        }
    }

    /** Entries wait; what is open in the contract found before is priced and closed in that one. */
    private static void refused(Turn turn, String why) {
        turn.set(turn.state().told().withContractRefusal(why));
        ContractTerms terms = turn.terms();
        if (terms != null && turn.state().link().open() && !turn.state().session().subscribed()) {
            subscribe(turn, terms);
        }
    }

    private static void subscribe(Turn turn, ContractTerms terms) {
        turn.set(turn.state().session().withSubscribed(true));
        turn.command(new MongerCommand.SubscribeStreams(terms.conId()));
    }
}
