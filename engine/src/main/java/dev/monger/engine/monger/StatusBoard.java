package dev.monger.engine.monger;

import dev.monger.core.monger.MongerFact;
import dev.monger.core.monger.MongerState;
import dev.monger.engine.EngineOutput.Publish;
import dev.monger.engine.Now;
import dev.monger.engine.avro.Amounts;
import dev.monger.engine.avro.Sequences;
import dev.monger.engine.avro.Stamp;
import dev.monger.engine.tws.BrokerDesk;
import dev.monger.schemas.LifeCycle;
import dev.monger.schemas.LinkState;
import dev.monger.schemas.TickerStatus;
import dev.monger.schemas.Topics;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What {@code fleet.status} says of one monger: at each change, and as a heartbeat each second. */
final class StatusBoard {

    private static final long BEAT_NANOS = 1_000_000_000L;

    private MongerSettings settings;
    private final Sequences sequences;
    private final SortedMap<String, String> alarms = new TreeMap<>();
    private MongerFact.@Nullable StatusChanged status;
    private long epoch;
    private long beats;
    private volatile @Nullable TickerStatus beaten;
    private long nextBeatNanos = Long.MAX_VALUE;
    private @Nullable Long reconciledAtNanos;
    private @Nullable Long quotedAtNanos;

    StatusBoard(MongerSettings settings, Sequences sequences) {
        this.settings = settings;
        this.sequences = sequences;
    }

    void session(MongerSettings newSettings, long newEpoch, Now now) {
        settings = newSettings;
        epoch = newEpoch;
        alarms.clear();
        nextBeatNanos = now.monotonicNanos();
    }

    void changed(MongerFact.StatusChanged fact, Now now) {
        boolean before = status != null && status.reconciled();
        if (fact.reconciled() && !before) {
            reconciledAtNanos = now.exchangeNanos();
        }
        status = fact;
        nextBeatNanos = now.monotonicNanos();
    }

    void alarm(String code, String text) {
        alarms.put(code, text);
    }

    void cleared(String code) {
        alarms.remove(code);
    }

    void quoted(Now now) {
        quotedAtNanos = now.exchangeNanos();
    }

    boolean due(Now now) {
        return now.monotonicNanos() >= nextBeatNanos;
    }

    long nextBeatNanos() {
        return nextBeatNanos;
    }

    MongerFact.@Nullable StatusChanged status() {
        return status;
    }

    /** What was told last; for any thread. */
    @Nullable TickerStatus beaten() {
        return beaten;
    }

    Publish beat(MongerState state, BrokerDesk desk, Now now) {
        beats++;
        nextBeatNanos = now.monotonicNanos() + BEAT_NANOS;
        String topic = Topics.STATUS.name();
        Stamp stamp = Stamp.of(sequences.next(topic, settings.ticker()), now, epoch);
        MongerFact.StatusChanged known = status;
        boolean linked = known != null && known.linkOpen();
        TickerStatus value =
                TickerStatus.newBuilder()
                        .setSequence(stamp.sequence())
                        .setOccurredAt(stamp.occurredAt())
                        .setRecordedAt(stamp.recordedAt())
                        .setLeaseEpoch(epoch)
                        .setTicker(settings.ticker())
                        .setAccount(settings.account())
                        .setLifeCycle(known == null ? LifeCycle.STARTING : lifeCycle(known.phase()))
                        .setGatewayLink(linked ? LinkState.UP : LinkState.DOWN)
                        .setBrokerLink(
                                known != null && known.brokerConnected()
                                        ? LinkState.UP
                                        : LinkState.DOWN)
                        .setDataLink(desk.reference() == null ? LinkState.DOWN : LinkState.UP)
                        .setDataAgeMillis(age(now))
                        .setReconciledAt(
                                reconciledAtNanos == null
                                        ? null
                                        : Amounts.instant(reconciledAtNanos))
                        .setHalted(known != null && known.haltedBreach() != null)
                        .setBreach(known == null ? null : known.haltedBreach())
                        .setOrderIdHighWaterMark(desk.orderIdHighWaterMark())
                        .setHeartbeat(beats)
                        .setOwnPosition(Amounts.decimal(state.ledger().own().units()))
                        .setWorkingOrders(state.book().live().size())
                        .setClientId(settings.clientId())
                        .setProcessId(0)
                        .setAlarms(standing())
                        .build();
        beaten = value;
        return new Publish(topic, settings.ticker(), value);
    }

    private List<String> standing() {
        return alarms.entrySet().stream()
                .map(alarm -> alarm.getKey() + ": " + alarm.getValue())
                .toList();
    }

    private @Nullable Long age(Now now) {
        return quotedAtNanos == null ? null : (now.exchangeNanos() - quotedAtNanos) / 1_000_000;
    }

    private static LifeCycle lifeCycle(MongerFact.Phase phase) {
        return switch (phase) {
            case STARTING -> LifeCycle.STARTING;
            case CONNECTING -> LifeCycle.CONNECTING;
            case RECONCILING -> LifeCycle.RECONCILING;
            case TRADING -> LifeCycle.TRADING;
            case PAUSED -> LifeCycle.PAUSED;
            case REDUCE_ONLY -> LifeCycle.REDUCE_ONLY;
            case FLATTENING -> LifeCycle.FLATTENING;
            case FLAT -> LifeCycle.FLAT;
            case STOPPED -> LifeCycle.STOPPED;
        };
    }
}
