package dev.monger.core.monger;

import dev.monger.core.model.Instants;

/**
 * The monger: one event in, the next state and the commands out.
 *
 * <p>A step has two halves. First what was told is taken in, as a fact. Then the rules look at all
 * that is known, in a fixed order, and bring what is closer to what should be. No rule knows which
 * event called it, so facts may come in any order and any number of times; a rule that must wait
 * asks to be woken.
 */
public final class MongerMachine {

    private MongerMachine() {}

    /** Takes one event at its time. */
    public static Step step(MongerState state, Instants at, MongerEvent event) {
        Turn turn = new Turn(state, at);
        if (event instanceof MongerEvent.PredictionArrived) {
            // What time has made due comes first: an entry must not leave in the very step in
            // which its position begins to be closed.
            obeyRules(turn);
        }
        takeIn(turn, event);
        obeyRules(turn);
        return turn.finished();
    }

    private static void takeIn(Turn turn, MongerEvent event) {
        switch (event) {
            case SessionEvent session -> SessionIntake.take(turn, session);
            case LinkEvent link -> LinkIntake.take(turn, link);
            case MarketEvent market ->
                    turn.set(turn.state().market().after(market, turn.at.exchangeNanos()));
            case OrderEvent order -> OrderIntake.take(turn, order);
            case ListingEvent listing -> ListingIntake.take(turn, listing);
            case AccountEvent account -> AccountIntake.take(turn, account);
            case MongerEvent.PermitHeard heard -> CommandIntake.permit(turn, heard.permit());
            case MongerEvent.FleetCommandReceived command -> CommandIntake.take(turn, command);
            case MongerEvent.PredictionArrived prediction -> Entering.decide(turn, prediction);
            case MongerEvent.TimePassed _ -> {
                // Only the rules have something to do.
            }
        }
    }

    private static void obeyRules(Turn turn) {
        DayRule.obey(turn);
        DeadlineRule.obey(turn);
        ReconcileRule.obey(turn);
        LossRule.obey(turn);
        TradeRule.obey(turn);
        LockRule.look(turn);
        StopRefusal.obey(turn);
        EntryRule.obey(turn);
        ClosingRule.obey(turn);
        ProtectionRule.obey(turn);
        LockRule.tighten(turn);
        CommandRule.obey(turn);
        Telling.obey(turn);
    }
}
