package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.AssignmentFields;
import dev.monger.core.model.CommandId;
import dev.monger.core.model.ContractDescription;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.EntryRules;
import dev.monger.core.model.Instants;
import dev.monger.core.model.LeaseEpoch;
import dev.monger.core.model.Price;
import dev.monger.core.model.PriceIncrement;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Sizing;
import dev.monger.core.model.Ticker;
import dev.monger.core.monger.MongerEvent.CommandKind;
import dev.monger.core.monger.MongerEvent.FleetCommandReceived;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A monger and a broker on one thread, so that a test reads like a trading day. */
final class Story {

    static final Ticker SPY = new Ticker("SPY");
    static final long SECOND = 1_000_000_000L;
    static final long START = 1_380_000_000L * SECOND;

    final FakeBroker broker = new FakeBroker();
    final List<MongerCommand> said = new ArrayList<>();
    MongerState state = MongerState.initial(SPY, new LeaseEpoch(3), FakeBroker.CLIENT);
    long nanos;
    boolean permits = true;
    boolean quotes = true;
    Price bid = Price.of("100.00");
    Price ask = Price.of("100.02");

    static Assignment assignment() {
        return Assignment.builder(
                        SPY, ContractDescription.stock("SPY", "ARCA", "USD"), FakeBroker.ACCOUNT)
                .sizing(new Sizing(Quantity.ofShares(100), Quantity.ofShares(300)))
                .build();
    }

    static Assignment quickEntries() {
        return assignment().toBuilder()
                .entry(
                        new EntryRules(
                                Duration.ZERO,
                                EntryRules.DEFAULT.pricing(),
                                0,
                                Duration.ofSeconds(20),
                                Duration.ZERO))
                .build();
    }

    /** Returns the assignment with quick entries and some fields written as an operator does. */
    static Assignment assigned(String... keysAndValues) {
        Map<String, String> fields = new TreeMap<>(AssignmentFields.write(quickEntries()));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return switch (AssignmentFields.read(fields)) {
            case AssignmentFields.Outcome.Read read -> read.assignment();
            case AssignmentFields.Outcome.Refused refused ->
                    throw new AssertionError(refused.problems());
        };
    }

    static ContractTerms terms() {
        return new ContractTerms(
                FakeBroker.CONTRACT,
                List.of(new PriceIncrement(Price.ZERO, Price.of("0.01"))),
                List.of(),
                Quantity.of("1"),
                List.of("LMT", "STP", "TRAIL"));
    }

    static Story ready() {
        return ready(assignment());
    }

    static Story ready(Assignment assignment) {
        Story story = new Story();
        story.tell(
                new SessionEvent.SessionStarted(SPY, new LeaseEpoch(3), FakeBroker.CLIENT, null),
                new SessionEvent.AssignmentReceived(assignment),
                new SessionEvent.LeaseReceived(new LeaseEpoch(3), FakeBroker.CLIENT),
                new SessionEvent.TopicsCaughtUp());
        story.connect();
        return story.seconds(1);
    }

    Story connect() {
        tell(new LinkEvent.LinkOpened(true), new LinkEvent.ContractConfirmed(terms()));
        return this;
    }

    Instants at() {
        return new Instants(START + nanos, nanos);
    }

    /** Tells events, and lets the broker answer until it has nothing more to say. */
    Story tell(MongerEvent... events) {
        for (MongerEvent event : events) {
            step(event);
            settle();
        }
        return this;
    }

    Story settle() {
        while (!broker.events.isEmpty()) {
            step(broker.events.removeFirst());
        }
        return this;
    }

    Step step(MongerEvent event) {
        MongerState before = state;
        broker.now(START + nanos);
        Step step = MongerMachine.step(state, at(), event);
        Invariants.require(before, at(), step);
        state = step.state();
        said.addAll(step.commands());
        step.commands().forEach(command -> broker.obey(command));
        return step;
    }

    /** Lets time pass in tenths of a second, with a permit and a quote each second. */
    Story seconds(long seconds) {
        for (long i = 0; i < seconds * 10; i++) {
            nanos += SECOND / 10;
            if (nanos % SECOND == 0 && permits) {
                tell(new MongerEvent.PermitHeard(new MongerEvent.Permit.Clear()));
            }
            if (nanos % SECOND == 0 && quotes) {
                quote();
            }
            tell(new MongerEvent.TimePassed());
        }
        return this;
    }

    Story quote() {
        return tell(
                new MarketEvent.QuoteReceived(
                        bid, ask, Quantity.ofShares(500), Quantity.ofShares(500)));
    }

    Story predict(boolean bullish) {
        return tell(prediction(bullish));
    }

    MongerEvent.PredictionArrived prediction(boolean bullish) {
        return new MongerEvent.PredictionArrived(
                "test/1", bullish, 800_000, 60 * SECOND, START + nanos);
    }

    /** Enters with one unit that fills whole at the bid. */
    Story enterLong() {
        predict(true);
        fill(Leg.ENTRY, 100, "100.00");
        return seconds(2);
    }

    Story fill(Leg leg, long shares, String price) {
        broker.fill(broker.only(leg).ticket.ref(), Quantity.ofShares(shares), Price.of(price));
        return settle();
    }

    Story command(String id, CommandKind kind, long deadlineSeconds) {
        return tell(
                new FleetCommandReceived(
                        new CommandId(id),
                        kind,
                        nanos + deadlineSeconds * SECOND,
                        "operator",
                        "test",
                        null));
    }

    <T extends MongerCommand> List<T> said(Class<T> type) {
        return said.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Nullable EntryGate lastRefusal() {
        return said(MongerFact.PredictionDecided.class).getLast().refusedBy();
    }

    Quantity own() {
        return state.ledger().own();
    }

    MongerFact.Phase phase() {
        return said(MongerFact.StatusChanged.class).getLast().phase();
    }

    boolean alarmed(AlarmCode code) {
        return state.told().alarms().has(code);
    }
}
