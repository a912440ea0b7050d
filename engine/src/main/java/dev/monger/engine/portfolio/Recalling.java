package dev.monger.engine.portfolio;

import dev.monger.core.model.Instants;
import dev.monger.core.portfolio.PortfolioEvent;
import dev.monger.engine.EngineInput;
import dev.monger.engine.Now;
import dev.monger.engine.avro.Amounts;
import dev.monger.schemas.CommandKind;
import dev.monger.schemas.FleetCommand;
import dev.monger.schemas.ManualOrder;
import dev.monger.schemas.OrderChange;
import dev.monger.schemas.RiskState;
import dev.monger.schemas.Topics;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;

/** What topics tell the guard: its own past after a lost disk, orders of mongers, resets. */
final class Recalling {

    private final SortedSet<String> caughtUp = new TreeSet<>();
    private final SortedSet<String> answered = new TreeSet<>();

    void restarted() {
        caughtUp.clear();
    }

    void caughtUp(String topic) {
        caughtUp.add(topic);
    }

    /** A guard with a journal needs no topic to begin; one without must first know its past. */
    boolean done(boolean seasoned) {
        return seasoned
                || (caughtUp.contains(Topics.MANUAL_ORDERS.name())
                        && caughtUp.contains(Topics.RISK.name()));
    }

    List<PortfolioEvent> heard(EngineInput.RecordRead read, String account, long epoch) {
        Instants at = at(read.now());
        return switch (read.value()) {
            case ManualOrder told when told.getAccount().equals(account) ->
                    told.getLeaseEpoch() == epoch
                            ? List.of()
                            : list(
                                    HandRecords.read(told)
                                            .map(r -> new PortfolioEvent.ReportRecalled(at, r)));
            case RiskState risk when risk.getAccount().equals(account) ->
                    risk.getLeaseEpoch() == epoch
                            ? List.of()
                            : list(
                                    AccountRecords.breach(risk)
                                            .map(b -> new PortfolioEvent.BreachRecalled(at, b)));
            case OrderChange change when change.getAccount().equals(account) ->
                    list(AccountRecords.wanted(change, at));
            case FleetCommand command -> reset(command, read.now());
            default -> List.of();
        };
    }

    /**
     * A reset that is for the whole account; one that is long over, as when the topic is read
     * again, was answered then.
     */
    List<PortfolioEvent> reset(SpecificRecord value, Now now) {
        if (value instanceof FleetCommand command
                && command.getKind() == CommandKind.RESET
                && command.getTicker().equals(Topics.ALL_TICKERS)
                && Amounts.nanos(command.getDeadline()) > now.wallNanos()
                && answered.add(command.getId())) {
            String breach = command.getBreach() == null ? "" : command.getBreach();
            return List.of(new PortfolioEvent.ResetAsked(at(now), command.getId(), breach));
        }
        return List.of();
    }

    private static List<PortfolioEvent> list(Optional<? extends PortfolioEvent> event) {
        return event.isPresent() ? List.of(event.get()) : List.of();
    }

    private static Instants at(Now now) {
        return new Instants(now.exchangeNanos(), now.monotonicNanos());
    }
}
