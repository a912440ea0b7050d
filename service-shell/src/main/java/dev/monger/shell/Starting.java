package dev.monger.shell;

import dev.monger.engine.journal.SegmentHeader;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Recovers a service's state from its journal and puts its parts together. */
final class Starting {

    private final ShellSettings settings;
    private final ServiceShell.Gear gear;
    private final StateFolder folder;
    private final Inbox inbox;
    private final Reserve reserve;
    private final Alarms alarms = new Alarms();

    Starting(ShellSettings settings, ServiceShell.Gear gear, StateFolder folder) {
        this.settings = settings;
        this.gear = gear;
        this.folder = folder;
        this.inbox = new Inbox(gear.link());
        this.reserve = new Reserve(folder.path());
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
        long least =
                settings.identity()
                        .session()
                        .orElseGet(() -> settings.clock().now().wallNanos() / 1_000_000_000L);
        try {
            return folder.claimSession(least);
        } catch (IOException full) {
            // With a full disk a position is still looked after; only entries are refused.
            if (!reserve.giveUp()) {
                throw full;
            }
            return folder.claimSession(least);
        }
    }

    private Outbox outbox(Wire wire, long session) throws IOException {
        return new Outbox(
                new Transactions.Settings(
                        settings.kafka(), settings.identity().name(), folder.path(), session),
                wire,
                alarms,
                this::endBroken);
    }

    private void endBroken(String reason) {
        alarms.raise("service-stopped", settings.identity().subject(), reason);
        try {
            inbox.put(new Incoming.End(TradingLoop.EXIT_BROKEN, reason));
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
        return new JournalFiles(folder.path(), header, settings.forceEach(), reserve, Disk.real());
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

    /** What came on a topic that never had a record for us, while no process ran, is read too. */
    private Duration lookBack(Replay replay) {
        long last = replay.lastWallNanos();
        long away = last == 0 ? 0 : settings.clock().now().wallNanos() - last;
        return settings.lookBack().plusNanos(Math.max(0, away));
    }

    private Intake intake(Wire wire, Replay replay) {
        return new Intake(
                new Intake.Settings(
                        settings.kafka(),
                        settings.identity().name(),
                        settings.topics(),
                        settings.filter(),
                        lookBack(replay)),
                new Intake.Parts(inbox, wire, alarms, this::endBroken),
                replay.offsets());
    }
}
