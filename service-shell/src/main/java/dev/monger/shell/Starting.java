package dev.monger.shell;

import dev.monger.engine.journal.SegmentHeader;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Recovers a service's state from its journal and puts its parts together. */
final class Starting {

    private final ShellSettings settings;
    private final ServiceShell.Gear gear;
    private final StateFolder folder;
    private final Inbox inbox;
    private final Alarms alarms = new Alarms();

    Starting(ShellSettings settings, ServiceShell.Gear gear, StateFolder folder) {
        this.settings = settings;
        this.gear = gear;
        this.folder = folder;
        this.inbox = new Inbox(gear.link());
    }

    ServiceShell.Start start() throws IOException {
        String refusal = leaseRefusal();
        if (!refusal.isEmpty()) {
            folder.close();
            return new ServiceShell.Start.Refused(ServiceShell.EXIT_NOT_YET, refusal);
        }
        long session = claimSession();
        Wire wire = new Wire(new SchemaIds(settings.registry(), folder.path().resolve("schemas")));
        Outbox outbox = outbox(wire, session);
        Replay replay = new Replay(gear.engine(), outbox);
        return switch (JournalRecovery.read(folder.path(), replay::step)) {
            case JournalRecovery.Result.Refused(String reason) -> {
                folder.close();
                yield new ServiceShell.Start.Refused(ServiceShell.EXIT_SETTINGS, reason);
            }
            case JournalRecovery.Result.Whole whole -> {
                replay.report(alarms, settings.identity().subject());
                JournalFiles journal = journalAfter(whole, session);
                ServiceShell shell =
                        new ServiceShell(folder, parts(journal, outbox), intake(wire, replay));
                shell.begin(session, settings);
                yield new ServiceShell.Start.Running(shell);
            }
        };
    }

    /** Orders are named by the session, so a number that was used once is never used again. */
    private String leaseRefusal() throws IOException {
        OptionalLong lease = settings.identity().session();
        long last = folder.lastSession();
        return lease.isEmpty() || lease.getAsLong() > last
                ? ""
                : "lease epoch "
                        + lease.getAsLong()
                        + " is not above "
                        + last
                        + ", the last session in "
                        + folder.path()
                        + "; start it with a new lease";
    }

    private long claimSession() throws IOException {
        OptionalLong lease = settings.identity().session();
        return folder.claimSession(
                lease.orElseGet(() -> settings.clock().now().wallNanos() / 1_000_000_000L));
    }

    private Outbox outbox(Wire wire, long session) throws IOException {
        return new Outbox(
                new Transactions.Settings(
                        settings.kafka(), settings.identity().name(), folder.path(), session),
                wire,
                alarms,
                this::endFenced);
    }

    private void endFenced() {
        try {
            inbox.put(
                    new Incoming.End(
                            TradingLoop.EXIT_BROKEN,
                            "another process publishes under this service's name"));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private JournalFiles journalAfter(JournalRecovery.Result.Whole whole, long session)
            throws IOException {
        ShellSettings.Identity identity = settings.identity();
        SegmentHeader header =
                new SegmentHeader(
                        identity.programVersion(),
                        identity.service(),
                        identity.subject(),
                        whole.journalId().orElse(identity.name() + "-" + session),
                        whole.nextIndex());
        return new JournalFiles(folder.path(), header, settings.forceEach());
    }

    private TradingLoop.Parts parts(JournalFiles journal, Outbox outbox) {
        ExecutorService thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("inference").daemon().factory());
        return new TradingLoop.Parts(
                gear.engine(),
                settings.clock(),
                journal,
                gear.link(),
                inbox,
                outbox,
                new TradingLoop.Services(
                        thread, gear.inference(), gear.processes().hostFor(inbox), alarms));
    }

    private Intake intake(Wire wire, Replay replay) {
        return new Intake(
                new Intake.Settings(
                        settings.kafka(),
                        settings.topics(),
                        settings.filter(),
                        settings.lookBack()),
                inbox,
                wire,
                alarms,
                replay.offsets());
    }
}
