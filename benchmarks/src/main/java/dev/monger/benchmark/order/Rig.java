package dev.monger.benchmark.order;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.AssignmentFields;
import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import dev.monger.engine.Now;
import dev.monger.engine.avro.Amounts;
import dev.monger.engine.monger.MongerEngine;
import dev.monger.engine.monger.MongerSettings;
import dev.monger.fleet.world.World;
import dev.monger.schemas.Lease;
import dev.monger.schemas.RiskState;
import dev.monger.schemas.Topic;
import dev.monger.schemas.Topics;
import dev.monger.simulator.SimulatorSettings;
import dev.monger.simulator.TwsSimulator;
import dev.monger.simulator.front.Connection;
import dev.monger.simulator.front.ConnectionOutput;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.Quote;
import dev.monger.tws.codec.ServerMessageEncoder;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.MarketDataMessage.TickPrice;
import dev.monger.tws.message.TickType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A monger that trades on a simulated TWS, both on one thread and in virtual time: what a measured
 * round finds, and what it leaves behind is dealt with.
 */
final class Rig {

    static final String TICKER = "SPY";
    private static final int VERSION = 200;
    private static final String ACCOUNT = "DU1234567";
    private static final long SECOND = 1_000_000_000L;
    private static final long START =
            Instant.parse("2026-11-23T15:00:00Z").getEpochSecond() * SECOND;

    private final TwsSimulator tws =
            TwsSimulator.generated(SimulatorSettings.usual(1), START - 60 * SECOND);
    private final Deque<byte[]> fromTws = new ArrayDeque<>();
    private final MongerEngine engine;
    private final RiskState permit;
    private @Nullable Connection connection;
    private String prediction = "none";
    private long now = START;
    private long beatNanos = START;
    private long wakeExchange = Long.MAX_VALUE;
    private long wakeMonotonic = Long.MAX_VALUE;
    private final ClientTalk talk = new ClientTalk();

    private final class Line implements ConnectionOutput {
        @Override
        public void send(byte[] bytes) {
            fromTws.add(bytes);
        }

        @Override
        public void close() {
            throw new IllegalStateException("Invariant: the simulated TWS keeps the connection");
        }
    }

    /** Brings a monger up until it trades. */
    Rig() {
        World world =
                new World(1, TwsSimulator.generated(SimulatorSettings.usual(1), START), ACCOUNT);
        world.open(List.of(assignment()), null);
        world.run(Duration.ofSeconds(10));
        Lease lease = last(world, Topics.LEASES, Lease.class);
        permit = last(world, Topics.RISK, RiskState.class);
        MongerSettings settings = new MongerSettings(TICKER, ACCOUNT, lease.getClientId(), 40);
        engine = new MongerEngine(settings);
        tws.advanceTo(now);
        step(new EngineInput.Started(now(), lease.getEpoch(), settings.text()));
        for (EngineOutput.Publish record : world.published()) {
            boolean state =
                    record.topic().equals(Topics.ASSIGNMENTS.name())
                            || record.topic().equals(Topics.LEASES.name());
            if (state) {
                step(
                        new EngineInput.RecordRead(
                                now(), record.topic(), record.key(), record.value()));
            }
        }
        MongerEngine.READ_TOPICS.forEach(
                topic -> step(new EngineInput.CaughtUp(now(), topic.name())));
        pass(Duration.ofSeconds(30));
    }

    private static Assignment assignment() {
        Map<String, String> fields =
                Map.ofEntries(
                        Map.entry("ticker", TICKER),
                        Map.entry("account", ACCOUNT),
                        Map.entry("sizing.unit", "100"),
                        Map.entry("sizing.maximum", "200"),
                        Map.entry("entry.spacing", "1s"),
                        Map.entry("entry.goodTill", "2s"),
                        Map.entry("risk.ordersPerMinute", "1000"),
                        Map.entry("risk.messagesPerFill", "10000"),
                        Map.entry("hours.entries", "any"),
                        Map.entry("risk.maximumLossPerDay", "100000"));
        return switch (AssignmentFields.read(fields)) {
            case AssignmentFields.Outcome.Read read -> read.assignment();
            case AssignmentFields.Outcome refused ->
                    throw new IllegalStateException("Invariant: an assignment: " + refused);
        };
    }

    private static <T> T last(World world, Topic topic, Class<T> type) {
        return world.published().stream()
                .filter(record -> record.topic().equals(topic.name()))
                .map(record -> type.cast(record.value()))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    /** What all clocks say. */
    Now now() {
        return new Now(now, now - START, now);
    }

    MongerEngine engine() {
        return engine;
    }

    /** Lets time pass: the monger and TWS talk, and the account's permit beats. */
    void pass(Duration duration) {
        long until = now + duration.toNanos();
        while (now < until) {
            long wake =
                    Math.min(
                            wakeExchange,
                            wakeMonotonic == Long.MAX_VALUE
                                    ? wakeMonotonic
                                    : START + wakeMonotonic);
            long next = Math.min(Math.min(tws.nextWakeNanos(), beatNanos), Math.min(wake, until));
            now = Math.max(now, next);
            tws.advanceTo(now);
            hear();
            if (now >= beatNanos) {
                beatNanos += SECOND;
                beat();
            }
            if (now >= wake) {
                wakeExchange = Long.MAX_VALUE;
                wakeMonotonic = Long.MAX_VALUE;
                step(new EngineInput.Woke(now()));
            }
        }
    }

    private void beat() {
        RiskState beat =
                RiskState.newBuilder(permit)
                        .setOccurredAt(Amounts.instant(now))
                        .setRecordedAt(Amounts.instant(now))
                        .build();
        step(new EngineInput.RecordRead(now(), Topics.RISK.name(), ACCOUNT, beat));
    }

    private void hear() {
        for (byte[] bytes = fromTws.poll(); bytes != null; bytes = fromTws.poll()) {
            step(new EngineInput.BytesRead(now(), bytes));
        }
    }

    private void step(EngineInput input) {
        carryOut(engine.step(input));
    }

    /** Carries out what a step asked for, be it a measured one. */
    void carryOut(List<EngineOutput> outputs) {
        for (EngineOutput output : outputs) {
            switch (output) {
                case EngineOutput.Send(byte[] bytes) -> {
                    talk.said(bytes);
                    if (connection != null) {
                        connection.received(bytes, now);
                    }
                }
                case EngineOutput.OpenLink _ -> {
                    connection = tws.connect(new Line());
                    step(new EngineInput.LinkOpened(now()));
                }
                case EngineOutput.WakeAt wake -> {
                    wakeExchange = wake.exchangeNanos();
                    wakeMonotonic = wake.monotonicNanos();
                }
                case EngineOutput.Exit exit ->
                        throw new IllegalStateException("Invariant: it trades on: " + exit);
                case EngineOutput.Publish(String topic, String _, SpecificRecord value)
                        when topic.equals(Topics.PREDICTIONS.name()) ->
                        prediction = value.toString();
                default -> {}
            }
        }
    }

    /** The frame of a bid, the n-th of which differs from the one before; below the market. */
    byte[] tick(int n) {
        Quote quote = quote();
        long priceE8 = quote.bidE8() - (2 + n % 5) * Decimals.ONE / 100;
        return new ServerMessageEncoder(VERSION)
                .encode(
                        new TickPrice(
                                talk.quotesId(), TickType.BID, priceE8, Decimals.ofWhole(300), 1));
    }

    private Quote quote() {
        Market market = tws.venue().market(TICKER);
        if (market == null) {
            throw new IllegalStateException("Invariant: " + TICKER + " is listed");
        }
        return market.quote();
    }

    /** Holds the market where it is, so that orders below it rest. */
    void holdMarket() {
        Market market = tws.venue().market(TICKER);
        if (market != null) {
            tws.person().quote(market.instrument().conId(), quote(), true);
        }
        pass(Duration.ofSeconds(1));
    }

    /** What the monger says of itself, for when no order comes. */
    String story() {
        return String.valueOf(engine.status()) + "; last prediction: " + prediction;
    }
}
