package dev.monger.fleet.world;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.Money;
import dev.monger.core.monger.MongerState;
import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput.Publish;
import dev.monger.engine.Now;
import dev.monger.engine.ProcessChange;
import dev.monger.engine.avro.Amounts;
import dev.monger.engine.avro.Stamp;
import dev.monger.engine.manager.ManagerEngine;
import dev.monger.engine.manager.ManagerSettings;
import dev.monger.engine.monger.MongerEngine;
import dev.monger.engine.portfolio.PortfolioEngine;
import dev.monger.engine.portfolio.PortfolioSettings;
import dev.monger.schemas.CommandKind;
import dev.monger.schemas.Direction;
import dev.monger.schemas.FleetCommand;
import dev.monger.schemas.Signal;
import dev.monger.schemas.Topics;
import dev.monger.simulator.TwsSimulator;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The whole fleet, its topics and the broker on one thread, from one seed: the portfolio, the
 * manager, and the mongers that the manager starts.
 *
 * <p>Time is virtual: the exchange's, the monotonic and the calendar's clock tick together.
 * Everything that takes time in the real world takes a little here, drawn from the seed.
 */
public final class World {

    private static final String MANAGER = "manager";
    private static final String PORTFOLIO = "portfolio";
    private static final int MESSAGES_PER_SECOND = 50;

    private final Agenda agenda;
    private final Chance chance;
    private final TwsSimulator broker;
    private final String account;
    private final long startNanos;
    private final SortedMap<String, House> houses = new TreeMap<>();
    private final TopicLog topics = new TopicLog(this::appended);
    private final Witness witness;
    private long sequence;
    private long sessions;

    /** Makes a world in which nobody lives yet, and at which nobody looks. */
    public World(long seed, TwsSimulator broker, String account) {
        this(seed, broker, account, new Nobody());
    }

    /** Makes a world in which nobody lives yet. */
    public World(long seed, TwsSimulator broker, String account, Witness witness) {
        this.broker = broker;
        this.account = account;
        this.witness = witness;
        startNanos = broker.nowNanos();
        sessions = startNanos / 1_000_000_000L;
        agenda = new Agenda(startNanos);
        chance = new Chance(seed);
    }

    /** Moves the fleet in: portfolio and manager at once, the mongers as the manager wants them. */
    public void open(List<Assignment> assignments, @Nullable Money dailyLossLimit) {
        house(
                new Lodger(
                        PORTFOLIO,
                        PortfolioEngine::new,
                        new PortfolioSettings(account, "USD", dailyLossLimit).text(),
                        List.of(
                                Topics.ASSIGNMENTS,
                                Topics.COMMANDS,
                                Topics.RISK,
                                Topics.ORDERS,
                                Topics.MANUAL_ORDERS),
                        _ -> true));
        ManagerSettings settings =
                new ManagerSettings(account, "simulated", 7497, MESSAGES_PER_SECOND, assignments);
        house(
                new Lodger(
                        MANAGER,
                        ManagerEngine::new,
                        settings.text(),
                        List.of(
                                Topics.ASSIGNMENTS,
                                Topics.LEASES,
                                Topics.STATUS,
                                Topics.COMMAND_RESULTS,
                                Topics.RISK),
                        _ -> true));
        restart(PORTFOLIO);
        restart(MANAGER);
    }

    private House house(Lodger lodger) {
        House house = new House(this, lodger, chance.fork());
        houses.put(lodger.name(), house);
        return house;
    }

    /** Lets time pass. */
    public void run(Duration duration) {
        long until = agenda.nowNanos() + duration.toNanos();
        while (true) {
            long brokerNanos = broker.nextWakeNanos();
            if (brokerNanos <= until && brokerNanos < agenda.nextNanos()) {
                agenda.passTo(brokerNanos);
                broker.advanceTo(brokerNanos);
            } else if (!agenda.next(until)) {
                return;
            }
        }
    }

    /** What will happen, and the time. */
    public Agenda agenda() {
        return agenda;
    }

    Witness witness() {
        return witness;
    }

    void publish(String writer, Publish record) {
        topics.append(record);
        witness.published(writer, record);
    }

    TopicLog topics() {
        return topics;
    }

    /** The broker of this world, whose own books are the truth. */
    public TwsSimulator broker() {
        return broker;
    }

    /** Everything that was published, in order. */
    public List<Publish> published() {
        return topics.all();
    }

    private void appended(Publish record) {
        for (House house : houses.values()) {
            if (house.reads(record)) {
                house.mailCame();
            }
        }
    }

    /** What all clocks say. */
    public Now now() {
        long nanos = agenda.nowNanos();
        return new Now(nanos, nanos - startNanos, nanos);
    }

    /** The house of a monger; it stands once the manager has started it. */
    public House monger(String ticker) {
        return house("monger-" + ticker);
    }

    /** All houses that stand, by name. */
    public Collection<House> houses() {
        return List.copyOf(houses.values());
    }

    /** What a monger knows, for checkers. */
    public MongerState stateOf(String ticker) {
        return ((MongerEngine) monger(ticker).engine()).state();
    }

    /** The house of the portfolio or the manager. */
    public House house(String name) {
        House house = houses.get(name);
        if (house == null) {
            throw new IllegalArgumentException("Condition failed: " + name + " lives here");
        }
        return house;
    }

    /** Starts the portfolio or the manager again, as whoever runs the stack does. */
    public void restart(String name) {
        sessions++;
        house(name).start(sessions);
    }

    void launch(String ticker, List<String> arguments) {
        SortedMap<String, Long> given = new TreeMap<>();
        for (String argument : arguments) {
            String[] words = argument.split("=", 2);
            given.put(words[0], Long.parseLong(words[1]));
        }
        House house = houses.get("monger-" + ticker);
        if (house == null) {
            int clientId = Math.toIntExact(given.getOrDefault("MONGER_CLIENT_ID", -1L));
            house = house(MongerLodging.of(ticker, account, clientId));
        }
        // What an earlier manager left running is ended first: never two for one ticker.
        house.end();
        house.start(given.getOrDefault("MONGER_LEASE_EPOCH", -1L));
        tell(ticker, new ProcessChange.Started(sessions));
        tell(ticker, new ProcessChange.Ready());
    }

    /** The manager ends a process gently; there is nothing to be gentle with between two steps. */
    void terminate(String ticker) {
        monger(ticker).kill();
    }

    /** A process has ended; whoever started it learns of it. */
    void ended(House house, int exitCode) {
        if (house.name().startsWith("monger-")) {
            tell(house.name().substring("monger-".length()), new ProcessChange.Ended(exitCode));
        }
    }

    private void tell(String ticker, ProcessChange change) {
        House manager = house(MANAGER);
        agenda.in(
                1_000_000L,
                () -> manager.deliver(now -> new EngineInput.ProcessChanged(now, ticker, change)));
    }

    private Stamp stamp() {
        sequence++;
        return Stamp.of(sequence, now(), 1);
    }

    /** A program outside of the fleet predicts. */
    public void signal(String ticker, boolean up) {
        Stamp stamp = stamp();
        Signal signal =
                Signal.newBuilder()
                        .setSequence(stamp.sequence())
                        .setOccurredAt(stamp.occurredAt())
                        .setRecordedAt(stamp.recordedAt())
                        .setLeaseEpoch(1)
                        .setTicker(ticker)
                        .setSource("workload")
                        .setModelVersion("1")
                        .setDirection(up ? Direction.UP : Direction.DOWN)
                        .setConfidence(Amounts.decimal(90_000_000L))
                        .setHorizonMillis(60_000)
                        .setLastInputAt(stamp.occurredAt())
                        .build();
        signal(signal);
    }

    /** A program outside of the fleet predicts in these words. */
    public void signal(Signal signal) {
        publish("workload", new Publish(Topics.SIGNALS.name(), signal.getTicker(), signal));
    }

    /** The operator commands, through the manager. */
    public void command(String id, CommandKind kind, String ticker, Duration within) {
        command(MANAGER, order(id, kind, ticker, within, null));
    }

    /** The operator commands a monger by its own HTTP, the manager knowing nothing of it. */
    public void commandMonger(String id, CommandKind kind, String ticker, Duration within) {
        command("monger-" + ticker, order(id, kind, ticker, within, null));
    }

    /** The operator lifts a breach, naming it. */
    public void reset(String id, String ticker, String breach) {
        command(MANAGER, order(id, CommandKind.RESET, ticker, Duration.ofSeconds(30), breach));
    }

    private FleetCommand order(
            String id, CommandKind kind, String ticker, Duration within, @Nullable String breach) {
        Stamp stamp = stamp();
        return FleetCommand.newBuilder()
                .setSequence(stamp.sequence())
                .setOccurredAt(stamp.occurredAt())
                .setRecordedAt(stamp.recordedAt())
                .setLeaseEpoch(1)
                .setId(id)
                .setTicker(ticker)
                .setKind(kind)
                .setIssuer("workload")
                .setReason("the story wants it")
                .setBreach(breach)
                .setIssuedAt(stamp.recordedAt())
                .setDeadline(Amounts.instant(agenda.nowNanos() + within.toNanos()))
                .build();
    }

    private void command(String name, FleetCommand command) {
        House addressed = house(name);
        agenda.in(
                1_000_000L,
                () -> addressed.deliver(now -> new EngineInput.HttpCommand(now, command)));
    }
}
