package dev.monger.fleet.world;

import dev.monger.core.model.Assignment;
import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput.Publish;
import dev.monger.engine.Now;
import dev.monger.engine.avro.Amounts;
import dev.monger.engine.avro.AssignmentRecords;
import dev.monger.engine.avro.Stamp;
import dev.monger.schemas.CommandKind;
import dev.monger.schemas.Direction;
import dev.monger.schemas.FleetCommand;
import dev.monger.schemas.Lease;
import dev.monger.schemas.RiskLevel;
import dev.monger.schemas.RiskState;
import dev.monger.schemas.Signal;
import dev.monger.schemas.Topics;
import dev.monger.simulator.TwsSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fleet, its topics and the broker on one thread, from one seed.
 *
 * <p>Time is virtual: the exchange's, the monotonic and the calendar's clock tick together.
 * Everything that takes time in the real world takes a little here, drawn from the seed.
 */
public final class World {

    private static final long HEARTBEAT_NANOS = 1_000_000_000L;

    private final Agenda agenda;
    private final Chance chance;
    private final TwsSimulator broker;
    private final String account;
    private final long startNanos;
    private final SortedMap<String, MongerHouse> houses = new TreeMap<>();
    private final List<Publish> published = new ArrayList<>();
    private long sequence;
    private boolean permitted = true;

    /** Makes a world in which nobody lives yet. */
    public World(long seed, TwsSimulator broker, String account) {
        this.broker = broker;
        this.account = account;
        startNanos = broker.nowNanos();
        agenda = new Agenda(startNanos);
        chance = new Chance(seed);
        agenda.in(HEARTBEAT_NANOS, this::heartbeat);
    }

    /** Moves a monger in, with its assignment, under a client id of its own. */
    public MongerHouse settle(Assignment assignment, int clientId) {
        MongerHouse house = new MongerHouse(this, assignment, clientId, chance.fork());
        houses.put(assignment.ticker().value(), house);
        house.start();
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

    Agenda agenda() {
        return agenda;
    }

    String account() {
        return account;
    }

    /** The broker of this world, whose own books are the truth. */
    public TwsSimulator broker() {
        return broker;
    }

    /** Everything that was published, in order. */
    public List<Publish> published() {
        return List.copyOf(published);
    }

    void publish(Publish publish) {
        published.add(publish);
    }

    Now now() {
        long nanos = agenda.nowNanos();
        return new Now(nanos, nanos - startNanos, nanos);
    }

    private Stamp stamp() {
        sequence++;
        return Stamp.of(sequence, now(), 1);
    }

    /** What a new reader finds on the compacted topics. */
    void greet(MongerHouse house, Assignment assignment, long epoch, int clientId) {
        house.hear(
                Topics.ASSIGNMENTS.name(), AssignmentRecords.write(assignment, 1, true, stamp()));
        house.hear(Topics.LEASES.name(), lease(assignment, epoch, clientId));
        for (String topic :
                List.of(
                        Topics.ASSIGNMENTS.name(),
                        Topics.LEASES.name(),
                        Topics.COMMANDS.name(),
                        Topics.RISK.name())) {
            house.deliver(new EngineInput.CaughtUp(now(), topic));
        }
    }

    private Lease lease(Assignment assignment, long epoch, int clientId) {
        Stamp stamp = stamp();
        return Lease.newBuilder()
                .setSequence(stamp.sequence())
                .setOccurredAt(stamp.occurredAt())
                .setRecordedAt(stamp.recordedAt())
                .setLeaseEpoch(epoch)
                .setTicker(assignment.ticker().value())
                .setAccount(account)
                .setGatewayHost("simulated")
                .setGatewayPort(7497)
                .setClientId(clientId)
                .setMessagesPerSecond(40)
                .setEpoch(epoch)
                .setRevoked(false)
                .build();
    }

    /** From now on the portfolio says that entries are permitted, or says nothing. */
    public void permit(boolean value) {
        permitted = value;
    }

    private void heartbeat() {
        if (permitted) {
            Stamp stamp = stamp();
            RiskState risk =
                    RiskState.newBuilder()
                            .setSequence(stamp.sequence())
                            .setOccurredAt(stamp.occurredAt())
                            .setRecordedAt(stamp.recordedAt())
                            .setLeaseEpoch(1)
                            .setAccount(account)
                            .setLevel(RiskLevel.CLEAR)
                            .setHeartbeat(stamp.sequence())
                            .build();
            houses.values().forEach(house -> house.hear(Topics.RISK.name(), risk));
        }
        agenda.in(HEARTBEAT_NANOS, this::heartbeat);
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
        houses.values().forEach(house -> house.hear(Topics.SIGNALS.name(), signal));
    }

    /** The manager commands; every monger hears it and knows whether it is meant. */
    public void command(String id, CommandKind kind, String ticker, Duration within) {
        Stamp stamp = stamp();
        FleetCommand command =
                FleetCommand.newBuilder()
                        .setSequence(stamp.sequence())
                        .setOccurredAt(stamp.occurredAt())
                        .setRecordedAt(stamp.recordedAt())
                        .setLeaseEpoch(1)
                        .setId(id)
                        .setTicker(ticker)
                        .setKind(kind)
                        .setIssuer("workload")
                        .setReason("the story wants it")
                        .setIssuedAt(stamp.recordedAt())
                        .setDeadline(Amounts.instant(agenda.nowNanos() + within.toNanos()))
                        .build();
        houses.values().forEach(house -> house.hear(Topics.COMMANDS.name(), command));
    }
}
