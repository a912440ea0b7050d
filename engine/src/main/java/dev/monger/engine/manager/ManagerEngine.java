package dev.monger.engine.manager;

import dev.monger.core.manager.ManagerCommand;
import dev.monger.core.manager.ManagerCore;
import dev.monger.core.manager.ManagerEvent;
import dev.monger.core.manager.ManagerState;
import dev.monger.core.manager.Member;
import dev.monger.core.manager.Undertaking;
import dev.monger.core.model.Assignment;
import dev.monger.core.model.ClientId;
import dev.monger.core.model.CommandId;
import dev.monger.core.model.Ticker;
import dev.monger.engine.Engine;
import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import dev.monger.engine.Now;
import dev.monger.engine.ProcessChange;
import dev.monger.engine.avro.Amounts;
import dev.monger.engine.avro.AssignmentRecords;
import dev.monger.engine.avro.Sequences;
import dev.monger.engine.avro.Stamp;
import dev.monger.schemas.CommandResult;
import dev.monger.schemas.FleetCommand;
import dev.monger.schemas.Lease;
import dev.monger.schemas.RiskLevel;
import dev.monger.schemas.RiskState;
import dev.monger.schemas.TickerStatus;
import dev.monger.schemas.Topic;
import dev.monger.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The manager as one deterministic machine. */
public final class ManagerEngine implements Engine {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long FRESH_NANOS = 10 * SECOND_NANOS;

    private final Sequences sequences = new Sequences();
    private final SortedMap<String, TickerStatus> statuses = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, CommandResult>> results = new TreeMap<>();
    private final SortedMap<String, FleetCommand> issued = new TreeMap<>();
    private final SortedMap<Ticker, Integer> launches = new TreeMap<>();
    private ManagerState state = ManagerState.EMPTY;
    private @Nullable Session session;
    private volatile FleetView view = FleetView.EMPTY;

    private record Session(ManagerSettings settings, ManagerCore core, long epoch) {}

    /** Returns what people may ask about; may be read by any thread. */
    public FleetView view() {
        return view;
    }

    @Override
    public List<EngineOutput> step(EngineInput input) {
        List<ManagerEvent> events = events(input);
        Session current = session;
        if (current == null) {
            throw new IllegalStateException("Invariant: Started is the first input");
        }
        List<EngineOutput> outputs = new ArrayList<>();
        for (ManagerEvent event : events) {
            ManagerCore.Step step = current.core().step(state, event);
            state = step.state();
            for (ManagerCommand command : step.commands()) {
                outputs.add(output(command, current, input.now()));
            }
        }
        if (!events.isEmpty()) {
            view = picture();
        }
        return outputs;
    }

    private List<ManagerEvent> events(EngineInput input) {
        long at = input.now().monotonicNanos();
        return switch (input) {
            case EngineInput.Started started -> List.of(started(started));
            case EngineInput.RecordRead read -> heard(read.value(), read.now());
            case EngineInput.CaughtUp caughtUp ->
                    caughtUp.topic().equals(Topics.LEASES.name())
                            ? List.of(new ManagerEvent.Recalled(at))
                            : List.of();
            case EngineInput.HttpCommand http -> ordered(http.command(), http.now());
            case EngineInput.ProcessChanged changed -> changed(changed, at);
            case EngineInput.Woke _ -> List.of(new ManagerEvent.Woke(at));
            case EngineInput.LinkOpened _,
                    EngineInput.LinkClosed _,
                    EngineInput.BytesRead _,
                    EngineInput.TopicsLost _,
                    EngineInput.PredictionMade _ ->
                    List.of();
        };
    }

    private ManagerEvent started(EngineInput.Started started) {
        ManagerSettings settings = ManagerSettings.read(started.settings());
        session = new Session(settings, new ManagerCore(settings.policy()), started.leaseEpoch());
        launches.clear();
        // Seconds of the calendar as the least epoch: even a disk and a Kafka lost together
        // repeat none.
        return new ManagerEvent.Began(
                started.now().monotonicNanos(),
                started.now().wallNanos() / SECOND_NANOS,
                settings.tickers());
    }

    private List<ManagerEvent> heard(SpecificRecord value, Now now) {
        long at = now.monotonicNanos();
        return switch (value) {
            case Lease lease ->
                    List.of(
                            new ManagerEvent.LeaseRecalled(
                                    at,
                                    new Ticker(lease.getTicker()),
                                    new ClientId(lease.getClientId()),
                                    lease.getEpoch()));
            case TickerStatus status -> {
                statuses.put(status.getTicker(), status);
                yield List.of(
                        new ManagerEvent.StatusHeard(
                                at,
                                new Ticker(status.getTicker()),
                                now.wallNanos() - Amounts.nanos(status.getRecordedAt())
                                        < FRESH_NANOS,
                                FleetRecords.position(status)));
            }
            case CommandResult result -> {
                keep(result);
                yield List.of(
                        new ManagerEvent.PartTold(
                                at,
                                new CommandId(result.getCommandId()),
                                result.getTicker(),
                                FleetRecords.part(result),
                                result.getLeaseEpoch()));
            }
            case RiskState risk ->
                    List.of(
                            new ManagerEvent.RiskHeard(
                                    at,
                                    risk.getLevel() == RiskLevel.BREACHED
                                            ? risk.getBreach()
                                            : null));
            default -> List.of();
        };
    }

    /** Only what is under way is kept: the topic has the rest. */
    private void keep(CommandResult result) {
        if (issued.containsKey(result.getCommandId())) {
            results.computeIfAbsent(result.getCommandId(), _ -> new TreeMap<>())
                    .put(result.getTicker(), result);
        }
    }

    private static List<ManagerEvent> ordered(SpecificRecord command, Now now) {
        return command instanceof FleetCommand order
                ? List.of(
                        new ManagerEvent.Ordered(
                                now.monotonicNanos(), FleetRecords.order(order, now)))
                : List.of();
    }

    private static List<ManagerEvent> changed(EngineInput.ProcessChanged changed, long at) {
        Ticker ticker = new Ticker(changed.ticker());
        return switch (changed.change()) {
            case ProcessChange.Started _ -> List.of(new ManagerEvent.ProcessStarted(at, ticker));
            case ProcessChange.Ready _ -> List.of(new ManagerEvent.ProcessReady(at, ticker));
            case ProcessChange.Ended ended ->
                    List.of(
                            new ManagerEvent.ProcessEnded(
                                    at,
                                    ticker,
                                    "exit code " + ended.exitCode(),
                                    meaning(ended.exitCode())));
            case ProcessChange.Refused refused ->
                    List.of(
                            new ManagerEvent.ProcessEnded(
                                    at,
                                    ticker,
                                    "could not be started: " + refused.reason(),
                                    ManagerEvent.Ending.CRASHED));
        };
    }

    private static ManagerEvent.Ending meaning(int exitCode) {
        return switch (exitCode) {
            case EngineOutput.Exit.STOPPED -> ManagerEvent.Ending.STOPPED;
            case EngineOutput.Exit.SETTINGS_REFUSED -> ManagerEvent.Ending.REFUSED;
            default -> ManagerEvent.Ending.CRASHED;
        };
    }

    private EngineOutput output(ManagerCommand command, Session current, Now now) {
        return switch (command) {
            case ManagerCommand.TellAssignment tell -> assignment(tell.ticker(), current, now);
            case ManagerCommand.TellLease tell ->
                    publish(
                            Topics.LEASES,
                            tell.ticker().value(),
                            FleetRecords.lease(
                                    tell,
                                    current.settings(),
                                    stamp(Topics.LEASES, tell.ticker().value(), current, now)));
            case ManagerCommand.TellOrder tell -> {
                FleetCommand issue =
                        FleetRecords.command(
                                tell.order(),
                                now,
                                stamp(Topics.COMMANDS, tell.order().target(), current, now));
                issued.putIfAbsent(issue.getId(), issue);
                yield publish(Topics.COMMANDS, tell.order().target(), issue);
            }
            case ManagerCommand.TellPart tell -> {
                String key = tell.id().value();
                CommandResult result =
                        FleetRecords.result(tell, stamp(Topics.COMMAND_RESULTS, key, current, now));
                keep(result);
                yield publish(Topics.COMMAND_RESULTS, key, result);
            }
            case ManagerCommand.Launch launch -> {
                launches.merge(launch.ticker(), 1, Integer::sum);
                yield new EngineOutput.LaunchProcess(
                        launch.ticker().value(),
                        List.of(
                                "MONGER_LEASE_EPOCH=" + launch.epoch(),
                                "MONGER_CLIENT_ID=" + launch.clientId(),
                                "MONGER_MESSAGES_PER_SECOND="
                                        + current.settings().messagesPerSecond()));
            }
            case ManagerCommand.End end ->
                    new EngineOutput.EndProcess(end.ticker().value(), end.reason());
            case ManagerCommand.RaiseAlarm alarm ->
                    new EngineOutput.Alarm(alarm.code(), alarm.subject(), alarm.text());
            case ManagerCommand.WakeAt wake ->
                    new EngineOutput.WakeAt(Long.MAX_VALUE, wake.monotonicNanos());
        };
    }

    private EngineOutput assignment(Ticker ticker, Session current, Now now) {
        for (Assignment assignment : current.settings().assignments()) {
            if (assignment.ticker().equals(ticker)) {
                Stamp stamp = stamp(Topics.ASSIGNMENTS, ticker.value(), current, now);
                return publish(
                        Topics.ASSIGNMENTS,
                        ticker.value(),
                        AssignmentRecords.write(assignment, current.epoch(), true, stamp));
            }
        }
        throw new IllegalStateException("Invariant: a desired ticker has an assignment");
    }

    private Stamp stamp(Topic topic, String key, Session current, Now now) {
        return Stamp.of(sequences.next(topic.name(), key), now, current.epoch());
    }

    private static EngineOutput publish(Topic topic, String key, SpecificRecord value) {
        return new EngineOutput.Publish(topic.name(), key, value);
    }

    private FleetView picture() {
        List<FleetView.TickerView> tickers = new ArrayList<>();
        for (Member member : state.running()) {
            tickers.add(
                    new FleetView.TickerView(
                            member,
                            statuses.get(member.ticker().value()),
                            Math.max(0, launches.getOrDefault(member.ticker(), 0) - 1)));
        }
        issued.keySet().removeIf(id -> !state.undertakings().containsKey(new CommandId(id)));
        results.keySet().removeIf(id -> !issued.containsKey(id));
        List<FleetView.CommandView> commands = new ArrayList<>();
        for (Undertaking undertaking : state.undertakings().values()) {
            String id = undertaking.order().id().value();
            FleetCommand command = issued.get(id);
            if (command != null) {
                commands.add(
                        new FleetView.CommandView(
                                undertaking,
                                Amounts.nanos(command.getIssuedAt()),
                                Amounts.nanos(command.getDeadline()),
                                List.copyOf(results.getOrDefault(id, new TreeMap<>()).values())));
            }
        }
        return new FleetView(state.recalled(), tickers, commands);
    }
}
