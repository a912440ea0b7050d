package dev.monger.shell;

import dev.monger.engine.Engine;
import dev.monger.engine.EngineOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running service: its engine, its loop and everything around them. */
public final class ServiceShell implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceShell.class);
    private static final long ALIVE_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long DRAIN_MILLIS = 5_000;

    /** Exit code when the state or the settings cannot be right, however often one tries. */
    public static final int EXIT_SETTINGS = EngineOutput.Exit.SETTINGS_REFUSED;

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

    ServiceShell(StateFolder folder, TradingLoop.Parts parts, Intake intake) {
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
            case StateFolder.Opening.Opened(StateFolder folder) ->
                    new Starting(settings, gear, folder).start();
        };
    }

    void begin(long session, ShellSettings settings) {
        outbox.begin(journal);
        intake.begin();
        Thread.ofPlatform()
                .name("trading")
                .start(() -> {
                    try {
                        loop.run(session, settings.engineSettings());
                    } finally {
                        // An error ends the process too, so that it is started again.
                        finish();
                    }
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
