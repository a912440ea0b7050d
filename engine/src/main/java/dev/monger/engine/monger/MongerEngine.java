package dev.monger.engine.monger;

import dev.monger.core.model.ClientId;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.Instants;
import dev.monger.core.model.LeaseEpoch;
import dev.monger.core.model.Money;
import dev.monger.core.model.Price;
import dev.monger.core.model.Ticker;
import dev.monger.core.monger.Invariants;
import dev.monger.core.monger.LifeCycle;
import dev.monger.core.monger.LinkEvent;
import dev.monger.core.monger.MarketEvent;
import dev.monger.core.monger.MongerCommand;
import dev.monger.core.monger.MongerEvent;
import dev.monger.core.monger.MongerFact;
import dev.monger.core.monger.MongerMachine;
import dev.monger.core.monger.MongerState;
import dev.monger.core.monger.SessionEvent;
import dev.monger.core.monger.Step;
import dev.monger.engine.Engine;
import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import dev.monger.engine.Now;
import dev.monger.engine.avro.Amounts;
import dev.monger.engine.avro.FactRecords;
import dev.monger.engine.avro.Heard;
import dev.monger.engine.avro.RecordEvents;
import dev.monger.engine.avro.Sequences;
import dev.monger.engine.tws.BrokerDesk;
import dev.monger.engine.tws.Sink;
import dev.monger.prediction.InferenceResult;
import dev.monger.schemas.FleetCommand;
import dev.monger.schemas.RiskLevel;
import dev.monger.schemas.RiskState;
import dev.monger.schemas.TickerStatus;
import dev.monger.schemas.Topic;
import dev.monger.schemas.Topics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The monger of one ticker, whole but for its input and output. */
public final class MongerEngine implements Engine {

    private static final long PERMIT_LIFE_NANOS = 5_000_000_000L;

    /** The topics a monger reads. */
    public static final List<Topic> READ_TOPICS =
            List.of(
                    Topics.ASSIGNMENTS,
                    Topics.LEASES,
                    Topics.COMMANDS,
                    Topics.RISK,
                    Topics.SIGNALS,
                    Topics.MANUAL_ORDERS);

    private static final List<String> NEEDED_TOPICS =
            List.of(
                    Topics.ASSIGNMENTS.name(),
                    Topics.LEASES.name(),
                    Topics.COMMANDS.name(),
                    Topics.RISK.name(),
                    Topics.MANUAL_ORDERS.name());

    private MongerSettings settings;
    private BrokerDesk desk;
    private FactRecords records;
    private RecordEvents events;
    private volatile StatusBoard board;
    private Inference inference;
    private final Wakefulness wakefulness = new Wakefulness();
    private final SortedSet<String> caughtUp = new TreeSet<>();
    private boolean commandsBegun;
    private @Nullable RiskState lastRisk;
    private final Deque<MongerEvent> queue = new ArrayDeque<>();
    private final List<EngineOutput> outputs = new ArrayList<>();
    private final Sink sink = new Desk();

    private MongerState state;
    private long coreExchangeWake = Long.MAX_VALUE;
    private long coreMonotonicWake = Long.MAX_VALUE;
    private EngineOutput.@Nullable WakeAt wish;
    private boolean begun;
    private boolean stopped;

    /** Makes the engine of a ticker; its first input is {@link EngineInput.Started}. */
    public MongerEngine(MongerSettings settings) {
        become(settings);
    }

    /** A journal says whose it is: what its first session was, this engine is from then on. */
    private void become(MongerSettings who) {
        settings = who;
        Sequences sequences = new Sequences();
        desk =
                new BrokerDesk(
                        settings.clientId(), settings.account(), settings.messagesPerSecond());
        records = new FactRecords(settings.ticker(), settings.account(), sequences, desk);
        events = new RecordEvents(settings.ticker(), settings.account());
        board = new StatusBoard(settings, sequences);
        inference = new Inference(settings.ticker());
        state =
                MongerState.initial(
                        new Ticker(settings.ticker()),
                        new LeaseEpoch(1),
                        new ClientId(settings.clientId()));
    }

    private final class Desk implements Sink {

        @Override
        public void output(EngineOutput output) {
            outputs.add(output);
        }

        @Override
        public void event(MongerEvent event) {
            queue.add(event);
        }
    }

    /** Returns what was last told of this monger, or null before the first; for any thread. */
    public @Nullable TickerStatus status() {
        return board.beaten();
    }

    /** Returns what the core knows; for checkers, never for decisions outside of the core. */
    public MongerState state() {
        return state;
    }

    @Override
    public List<EngineOutput> step(EngineInput input) {
        outputs.clear();
        Now now = input.now();
        wakefulness.stepped(input).ifPresent(queue::add);
        takeIn(input, now);
        drain(now);
        if (board.due(now)) {
            outputs.add(board.beat(state, desk, now));
        }
        inference.question(state.session().assignment(), desk.bars(), outputs::add);
        wishToWake();
        return List.copyOf(outputs);
    }

    private void takeIn(EngineInput input, Now now) {
        switch (input) {
            case EngineInput.Started started -> started(started, now);
            case EngineInput.LinkOpened opened -> desk.linkOpened(now, sink);
            case EngineInput.LinkClosed closed -> desk.linkClosed(closed.reason(), now, sink);
            case EngineInput.BytesRead read -> desk.received(read.bytes(), now, sink);
            case EngineInput.RecordRead read -> record(read, now);
            case EngineInput.CaughtUp topic -> caughtUp(topic.topic(), now);
            case EngineInput.TopicsLost lost -> {
                caughtUp.clear(); // What is read next is the past, until its end is reached.
                queue.add(new SessionEvent.TopicsLost());
            }
            case EngineInput.PredictionMade made -> predicted(made.prediction());
            case EngineInput.HttpCommand command -> command(command, now);
            case EngineInput.ProcessChanged changed -> {}
            case EngineInput.Woke woke -> {
                wish = null;
                desk.woke(now, sink);
                queue.add(new MongerEvent.TimePassed());
            }
        }
    }

    private void started(EngineInput.Started started, Now now) {
        caughtUp.clear();
        commandsBegun = false;
        lastRisk = null;
        wish = null;
        stopped = false;
        MongerSettings wanted = MongerSettings.read(started.settings());
        if (!begun) {
            begun = true;
            become(wanted);
        }
        String refusal = SessionRefusal.of(settings, wanted, state);
        if (!refusal.isEmpty()) {
            outputs.add(new EngineOutput.Alarm("start-refused", settings.ticker(), refusal));
            outputs.add(new EngineOutput.Exit(EngineOutput.Exit.SETTINGS_REFUSED, refusal));
            return;
        }
        settings = wanted;
        inference.restarted();
        records.session(started.leaseEpoch(), settings.clientId());
        board.session(settings, started.leaseEpoch(), now);
        queue.add(
                new SessionEvent.SessionStarted(
                        new Ticker(settings.ticker()),
                        new LeaseEpoch(started.leaseEpoch()),
                        new ClientId(settings.clientId()),
                        null));
        drain(now);
        desk.started(now, sink);
        desk.use(settings.clientId(), settings.messagesPerSecond());
    }

    /**
     * Until a topic is read to its end, what comes from it is the past: an old heartbeat is no
     * permit. A command whose deadline had passed before this session first read them all is
     * history; one that an outage of Kafka kept back is not, and is told as failed.
     */
    private void record(EngineInput.RecordRead read, Now now) {
        boolean past = !caughtUp.contains(read.topic());
        if (read.value() instanceof RiskState risk && notYetOrNoMore(risk, past, now)) {
            return;
        }
        if (read.value() instanceof FleetCommand command
                && !commandsBegun
                && overdue(command, now)) {
            return;
        }
        switch (events.heard(read.value(), now)) {
            case Heard.Events heard -> queue.addAll(heard.events());
            case Heard.Malformed malformed ->
                    outputs.add(
                            new EngineOutput.Alarm(
                                    "malformed-record",
                                    settings.ticker(),
                                    read.topic() + ": " + malformed.reason()));
        }
    }

    /**
     * Of what the account said before this reader came only the last word counts, and only when it
     * is a breach: an earlier one may have been reset. A beat that lay on the way for longer than a
     * permit lives proves no guard that is alive.
     */
    private boolean notYetOrNoMore(RiskState risk, boolean past, Now now) {
        if (past) {
            lastRisk = risk;
            return true;
        }
        return risk.getLevel() != RiskLevel.BREACHED
                && now.wallNanos() - Amounts.nanos(risk.getRecordedAt()) > PERMIT_LIFE_NANOS;
    }

    private static boolean overdue(FleetCommand command, Now now) {
        return Amounts.nanos(command.getDeadline()) <= now.wallNanos();
    }

    private void caughtUp(String topic, Now now) {
        caughtUp.add(topic);
        commandsBegun |= topic.equals(Topics.COMMANDS.name());
        RiskState last = lastRisk;
        if (topic.equals(Topics.RISK.name()) && last != null) {
            lastRisk = null;
            if (last.getLevel() == RiskLevel.BREACHED
                    && events.heard(last, now) instanceof Heard.Events heard) {
                queue.addAll(heard.events());
            }
        }
        if (caughtUp.containsAll(NEEDED_TOPICS)) {
            queue.add(new SessionEvent.TopicsCaughtUp());
        }
    }

    private void predicted(InferenceResult result) {
        inference.answered();
        switch (result) {
            case InferenceResult.Direction direction ->
                    queue.add(
                            new MongerEvent.PredictionArrived(
                                    direction.source(),
                                    direction.bullish(),
                                    direction.confidenceMillionths(),
                                    direction.horizonNanos(),
                                    direction.lastInputNanos()));
            case InferenceResult.Undecided undecided -> {}
            case InferenceResult.Failed failed ->
                    outputs.add(
                            new EngineOutput.Alarm(
                                    "prediction-failed",
                                    settings.ticker(),
                                    failed.source() + ": " + failed.reason()));
        }
    }

    private void command(EngineInput.HttpCommand command, Now now) {
        if (command.command() instanceof FleetCommand fleet) {
            queue.add(RecordEvents.fleetCommand(fleet, now));
        }
    }

    private void drain(Now now) {
        Instants at = new Instants(now.exchangeNanos(), now.monotonicNanos());
        MongerEvent event = queue.poll();
        while (event != null) {
            observe(event, now);
            Step step = MongerMachine.step(state, at, event);
            Invariants.require(state, at, step);
            state = step.state();
            if (event instanceof LinkEvent.ContractConfirmed) {
                stamp();
            }
            for (MongerCommand command : step.commands()) {
                carryOut(command, now);
            }
            event = queue.poll();
        }
    }

    private void observe(MongerEvent event, Now now) {
        switch (event) {
            case MarketEvent.QuoteReceived quote -> board.quoted(now);
            case SessionEvent.AssignmentReceived received ->
                    desk.follow(received.assignment().predictions(), now, sink);
            default -> {}
        }
    }

    /** Records name the contract the core trades, which need not be the one that was found. */
    private void stamp() {
        ContractTerms terms = state.session().terms();
        if (terms != null) {
            records.contract(terms.conId().value(), desk.currencyOf(terms.conId()));
        }
    }

    private void carryOut(MongerCommand command, Now now) {
        switch (command) {
            case MongerCommand.ToBroker broker -> desk.carryOut(broker, now, sink);
            case MongerCommand.WakeAt wake -> {
                coreExchangeWake = wake.exchangeNanos();
                coreMonotonicWake = wake.monotonicNanos();
            }
            case MongerFact fact -> tell(fact, now);
        }
    }

    private void tell(MongerFact fact, Now now) {
        records.record(fact, unrealized(), now).ifPresent(outputs::add);
        switch (fact) {
            case MongerFact.StatusChanged status -> status(status, now);
            case MongerFact.RaiseAlarm alarm -> {
                String code = word(alarm.code());
                board.alarm(code, alarm.text());
                outputs.add(new EngineOutput.Alarm(code, settings.ticker(), alarm.text()));
            }
            case MongerFact.ClearAlarm alarm -> board.cleared(word(alarm.code()));
            case MongerFact other -> {}
        }
    }

    private void status(MongerFact.StatusChanged status, Now now) {
        board.changed(status, now);
        if (status.phase() == MongerFact.Phase.STOPPED && !stopped) {
            stopped = true;
            outputs.add(board.beat(state, desk, now));
            outputs.add(ended(state.conduct().lifeCycle()));
        }
    }

    /** The manager has to know a stop it did not hear of from an end that is only the process's. */
    private static EngineOutput.Exit ended(LifeCycle lifeCycle) {
        return lifeCycle instanceof LifeCycle.Stopped(_, boolean byCommand) && byCommand
                ? new EngineOutput.Exit(EngineOutput.Exit.STOPPED, "stopped as commanded")
                : new EngineOutput.Exit(0, "left in order");
    }

    private static String word(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private @Nullable Money unrealized() {
        Price price = desk.reference();
        ContractTerms terms = state.session().terms();
        if (price == null || terms == null || state.ledger().own().isZero()) {
            return null;
        }
        return terms.valueOf(
                price.minus(state.ledger().tally().averagePrice()), state.ledger().own());
    }

    private void wishToWake() {
        long exchange = Math.min(coreExchangeWake, desk.nextExchangeWake());
        long monotonic =
                Math.min(
                        Math.min(coreMonotonicWake, desk.nextMonotonicWake()),
                        board.nextBeatNanos());
        EngineOutput.WakeAt next = new EngineOutput.WakeAt(exchange, monotonic);
        if (!next.equals(wish)) {
            wish = next;
            outputs.add(next);
        }
    }
}
