package dev.monger.shell;

import dev.monger.engine.Engine;
import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import dev.monger.engine.journal.JournalRecord;
import dev.monger.engine.journal.Origin;
import dev.monger.engine.journal.OutputHash;
import dev.monger.engine.journal.SegmentHeader;
import dev.monger.engine.journal.StepOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running service: its engine, its loop and everything around them. */
public final class ServiceShell implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceShell.class);
    private static final long ALIVE_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long DRAIN_MILLIS = 5_000;

    /** Exit code when the state or the settings cannot be right, however often one tries. */
    public static final int EXIT_SETTINGS = 78;

    /** Exit code when something else has to come, or to go, first. */
    public static final int EXIT_NOT_YET = 75;

    private final StateFolder folder;
    private final JournalFiles journal;
    private final TradingLoop loop;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Intake intake;
    private final Alarms alarms;
    private final ExecutorService inference;
    private final CompletableFuture<Ended> ended = new CompletableFuture<>();

    private ServiceShell(StateFolder folder, TradingLoop.Parts parts, Intake intake) {
        this.folder = folder;
        this.journal = parts.journal();
        this.inbox = parts.inbox();
        this.outbox = parts.outbox();
        this.intake = intake;
        this.alarms = parts.services().alarms();
        this.inference = parts.services().inferenceThread();
        this.loop = new TradingLoop(parts);
    }

    /** What a service brings besides its settings. */
    public record Gear(Engine engine, TwsLink link, Inference inference, ProcessHosts processes) {}

    /** Makes the process host of a service, which tells the inbox what becomes of its children. */
    public interface ProcessHosts {

        /** Makes it. */
        ProcessHost hostFor(Inbox inbox);
    }

    /** What came of starting. */
    public sealed interface Start {

        /** It runs. */
        record Running(ServiceShell shell) implements Start {}

        /**
         * It must not run.
         *
         * @param exitCode {@link #EXIT_NOT_YET} when another attempt may help
         * @param reason all that is wrong, and what would be right
         */
        record Refused(int exitCode, String reason) implements Start {}
    }

    /** How a service ended. */
    public record Ended(int exitCode, String reason) {}

    /** Recovers the state from the journal, then starts every thread. */
    public static Start start(ShellSettings settings, Gear gear) throws IOException {
        return switch (StateFolder.open(settings.folder())) {
            case StateFolder.Opening.InUse(String reason) ->
                    new Start.Refused(EXIT_NOT_YET, reason);
            case StateFolder.Opening.Refused(String reason) ->
                    new Start.Refused(EXIT_SETTINGS, reason);
            case StateFolder.Opening.Opened(StateFolder folder) -> start(settings, gear, folder);
        };
    }

    private static Start start(ShellSettings settings, Gear gear, StateFolder folder)
            throws IOException {
        long session = folder.claimSession(settings.clock().now().wallNanos() / 1_000_000_000L);
        Inbox inbox = new Inbox(gear.link());
        Alarms alarms = new Alarms();
        Wire wire = new Wire(new SchemaIds(settings.registry(), folder.path().resolve("schemas")));
        Outbox outbox =
                new Outbox(
                        new Transactions.Settings(
                                settings.kafka(),
                                settings.identity().name(),
                                folder.path(),
                                session),
                        wire,
                        alarms,
                        () -> endFenced(inbox));
        Replay replay = new Replay(gear.engine(), outbox);
        JournalRecovery.Result recovered = JournalRecovery.read(folder.path(), replay::step);
        if (recovered instanceof JournalRecovery.Result.Refused(String reason)) {
            folder.close();
            return new Start.Refused(EXIT_SETTINGS, reason);
        }
        JournalRecovery.Result.Whole whole = (JournalRecovery.Result.Whole) recovered;
        replay.report(alarms, settings.identity().subject());
        JournalFiles journal = journalAfter(whole, settings, folder, session);
        TradingLoop.Parts parts =
                new TradingLoop.Parts(
                        gear.engine(),
                        settings.clock(),
                        journal,
                        gear.link(),
                        inbox,
                        outbox,
                        servicesOf(gear, inbox, alarms));
        Intake intake =
                new Intake(
                        new Intake.Settings(
                                settings.kafka(),
                                settings.topics(),
                                settings.filter(),
                                settings.lookBack()),
                        inbox,
                        wire,
                        alarms,
                        replay.offsets);
        ServiceShell shell = new ServiceShell(folder, parts, intake);
        shell.begin(session, settings);
        return new Start.Running(shell);
    }

    private static TradingLoop.Services servicesOf(Gear gear, Inbox inbox, Alarms alarms) {
        ExecutorService thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("inference").daemon().factory());
        return new TradingLoop.Services(
                thread, gear.inference(), gear.processes().hostFor(inbox), alarms);
    }

    private static JournalFiles journalAfter(
            JournalRecovery.Result.Whole whole,
            ShellSettings settings,
            StateFolder folder,
            long session)
            throws IOException {
        String journalId = whole.journalId().orElse(settings.identity().name() + "-" + session);
        SegmentHeader header =
                new SegmentHeader(
                        settings.identity().programVersion(),
                        settings.identity().service(),
                        settings.identity().subject(),
                        journalId,
                        whole.nextIndex());
        return new JournalFiles(folder.path(), header, settings.forceEach());
    }

    private static void endFenced(Inbox inbox) {
        try {
            inbox.put(
                    new Incoming.End(
                            TradingLoop.EXIT_BROKEN,
                            "another process publishes under this service's name"));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Steps the engine through the journal; what is surely published is not published again. */
    private static final class Replay {

        private final Engine engine;
        private final Outbox outbox;
        private final OutputHash hash = new OutputHash();
        private final Map<TopicPartition, Long> offsets = new LinkedHashMap<>();
        private long steps;
        private long differences;

        Replay(Engine engine, Outbox outbox) {
            this.engine = engine;
            this.outbox = outbox;
        }

        void step(JournalRecord record) {
            if (record.input() instanceof EngineInput.RecordRead read
                    && !record.origin().equals(Origin.NONE)) {
                offsets.merge(
                        new TopicPartition(read.topic(), record.origin().partition()),
                        record.origin().offset(),
                        Math::max);
            }
            List<EngineOutput.Publish> publishes = new ArrayList<>();
            if (record.outcome() instanceof StepOutcome.Taken(long outputHash)) {
                List<EngineOutput> outputs = engine.step(record.input());
                steps++;
                if (hash.of(outputs) != outputHash) {
                    differences++;
                }
                for (EngineOutput output : outputs) {
                    if (output instanceof EngineOutput.Publish publish
                            && record.index() >= outbox.surelyPublished()) {
                        publishes.add(publish);
                    }
                }
            }
            outbox.stepped(record.index(), publishes);
        }

        void report(Alarms alarms, String subject) {
            LOG.info("Replayed {} steps of the journal", steps);
            if (differences > 0) {
                alarms.raise(
                        "replay-differs",
                        subject,
                        differences
                                + " of "
                                + steps
                                + " steps of the journal now ask for something else; a changed"
                                + " program explains it, nothing else does");
            }
        }
    }

    private void begin(long session, ShellSettings settings) {
        outbox.begin(journal);
        intake.begin();
        Thread.ofPlatform()
                .name("trading")
                .start(() -> {
                    loop.run(session, settings.engineSettings());
                    finish();
                });
    }

    private void finish() {
        intake.close();
        inference.shutdownNow();
        try {
            if (!outbox.drain(DRAIN_MILLIS)) {
                LOG.warn("{} steps are not published; they are at the next start", outbox.lag());
            }
            outbox.close();
            journal.close();
            folder.close();
        } catch (IOException failed) {
            LOG.error("Closing failed", failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            TradingLoop.Ending ending = loop.ending();
            LOG.info("Ended with {}: {}", ending.exitCode(), ending.reason());
            ended.complete(new Ended(ending.exitCode(), ending.reason()));
        }
    }

    /** Completes when the service has ended. */
    public CompletableFuture<Ended> ended() {
        return ended.copy();
    }

    /** Hands a command to the engine; false when the loop does not take it. */
    public boolean submit(SpecificRecord command) throws InterruptedException {
        return loop.isAlive(ALIVE_WITHIN_NANOS)
                && inbox.offer(new Incoming.Command(command), 1_000);
    }

    /** Ends the loop without asking the engine. */
    public void end(int exitCode, String reason) throws InterruptedException {
        inbox.put(new Incoming.End(exitCode, reason));
    }

    /** Whether the loop turns. Depends on nothing outside this process. */
    public boolean isAlive() {
        return loop.isAlive(ALIVE_WITHIN_NANOS);
    }

    /** Whether the service can do its work. */
    public boolean isReady() {
        return isAlive() && !journal.reserveUsed();
    }

    /** What the shell knows of itself, by name. */
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("journalIndex", journal.writtenThrough());
        details.put("outboxLag", outbox.lag());
        details.put("outboxConnected", outbox.isConnected());
        details.put("intakeConnected", intake.isConnected());
        details.put("unreadableRecords", intake.parked());
        details.put("alarms", alarms.count());
        details.put("diskReserveUsed", journal.reserveUsed());
        return details;
    }

    /** The alarms raised since the start. */
    public Alarms alarms() {
        return alarms;
    }

    /** Ends the loop and waits for it. */
    @Override
    public void close() {
        try {
            end(0, "closed");
            ended.orTimeout(DRAIN_MILLIS + 5_000, TimeUnit.MILLISECONDS).join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
