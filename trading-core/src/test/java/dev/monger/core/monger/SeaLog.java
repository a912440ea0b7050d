package dev.monger.core.monger;

import java.util.List;

/** Writes what happened at sea so that it reads like a story. */
final class SeaLog {

    private SeaLog() {}

    static void note(List<String> story, long nanos, MongerEvent event, Step step) {
        boolean dull =
                event instanceof MongerEvent.TimePassed
                        || event instanceof MarketEvent
                        || event instanceof OrderEvent.OrderSent
                        || event instanceof MongerEvent.PermitHeard;
        if (!dull) {
            story.add(nanos / 100_000_000 + " < " + brief(event));
        }
        for (MongerCommand command : step.commands()) {
            boolean told =
                    command instanceof MongerCommand.ToBroker
                            || command instanceof MongerFact.RaiseAlarm
                            || command instanceof MongerFact.OperatorIntervened
                            || command instanceof MongerFact.OrderChanged;
            if (told) {
                story.add(nanos / 100_000_000 + "   > " + brief(command));
            }
        }
    }

    private static String brief(Object event) {
        return switch (event) {
            case MongerCommand.SubmitOrders s ->
                    "Submit " + s.tickets().stream().map(SeaLog::brief).toList();
            case OrderTicket t -> t.ref() + " " + t.side() + " " + t.quantity() + " " + t.terms();
            case MongerCommand.ModifyOrder m -> "Modify " + brief(m.ticket());
            case MongerFact.OrderChanged c ->
                    c.ticket().ref()
                            + " is "
                            + c.state()
                            + " "
                            + c.ticket().quantity()
                            + " filled "
                            + c.filled()
                            + ": "
                            + c.text();
            case OrderEvent.OrderReported r -> "open " + brief(r.order());
            case OrderEvent.CompletedOrderReported r -> "completed " + brief(r.order());
            case BrokerOrder o ->
                    o.identity().ref()
                            + " "
                            + o.total()
                            + "/"
                            + o.filled()
                            + " "
                            + o.terms()
                            + " "
                            + o.status()
                            + " "
                            + o.held();
            case OrderEvent.ExecutionReported e ->
                    "exec "
                            + e.execution().ref()
                            + " "
                            + e.execution().shares()
                            + " "
                            + e.execution().execId();
            default -> event.toString();
        };
    }
}
