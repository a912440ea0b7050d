package dev.monger.manager.process;

import dev.monger.engine.ProcessChange;
import dev.monger.shell.ProcessHost;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and ends mongers as processes of this machine, and tells what becomes of them. */
public final class MongerProcesses implements ProcessHost {

    private static final Logger LOG = LoggerFactory.getLogger(MongerProcesses.class);
    private static final long POLL_MILLIS = 100;

    private final MongerRecipe recipe;
    private final Reports reports;
    private final Duration patience;
    private final Readiness readiness = new Readiness();
    private final Map<String, CompletableFuture<Void>> leftOver = new ConcurrentHashMap<>();
    private final Map<String, Process> children = new TreeMap<>();
    private boolean closing;

    /** Who is told what becomes of the children. */
    public interface Reports {

        /** A child changed; called from any thread. */
        void changed(String ticker, ProcessChange change) throws InterruptedException;
    }

    /**
     * Begins to end what an earlier manager left running.
     *
     * @param patience how long a monger may take to end before it is killed
     */
    public MongerProcesses(MongerRecipe recipe, Reports reports, Duration patience)
            throws IOException {
        this.recipe = recipe;
        this.reports = reports;
        this.patience = patience;
        Files.createDirectories(recipe.notes());
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(recipe.notes(), "monger-*")) {
            for (Path note : notes) {
                endLeftOver(note);
            }
        }
    }

    /** A monger without its manager is told to keep, as at any end of a manager. */
    private void endLeftOver(Path file) throws IOException {
        String ticker = MongerRecipe.tickerOf(file);
        Optional<ProcessHandle> process = ProcessNote.read(file).flatMap(ProcessNote::process);
        if (ticker.isEmpty() || process.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        ProcessHandle left = process.get();
        LOG.warn("Ending {}, process {}, left by an earlier manager", ticker, left.pid());
        left.destroy();
        CompletableFuture<Void> gone =
                left.onExit()
                        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .exceptionallyCompose(_ -> killed(ticker, left))
                        .thenAccept(_ -> deleteNote(file));
        leftOver.put(ticker, gone);
    }

    private static CompletableFuture<ProcessHandle> killed(String ticker, ProcessHandle left) {
        LOG.error("{}, process {}, did not end by itself and is killed", ticker, left.pid());
        left.destroyForcibly();
        return left.onExit();
    }

    @Override
    public void launch(String ticker, List<String> arguments) {
        Thread.ofVirtual().name("monger-" + ticker).start(() -> live(ticker, arguments));
    }

    private void live(String ticker, List<String> lease) {
        try {
            CompletableFuture<Void> before = leftOver.get(ticker);
            if (before != null) {
                before.join();
            }
            Process process = start(ticker, lease);
            if (process != null) {
                attend(ticker, process);
            }
        } catch (IOException refused) {
            LOG.error("The process of {} cannot be started", ticker, refused);
            report(ticker, new ProcessChange.Refused(String.valueOf(refused.getMessage())));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it under the lock, so that none is started once the end has begun. */
    private synchronized @Nullable Process start(String ticker, List<String> lease)
            throws IOException {
        if (closing) {
            return null;
        }
        Process running = children.get(ticker);
        if (running != null && running.isAlive()) {
            throw new IOException(ticker + " runs already, as process " + running.pid());
        }
        Process process = recipe.start(ticker, lease);
        children.put(ticker, process);
        LOG.info("Started {} as process {}", ticker, process.pid());
        return process;
    }

    private void attend(String ticker, Process process) throws InterruptedException {
        report(ticker, new ProcessChange.Started(process.pid()));
        boolean ready = false;
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            if (!ready && readiness.isReady(recipe.port(ticker))) {
                ready = true;
                report(ticker, new ProcessChange.Ready());
                break;
            }
        }
        int exitCode = process.waitFor();
        LOG.info("The process of {} ended with {}", ticker, exitCode);
        ended(ticker, process);
        report(ticker, new ProcessChange.Ended(exitCode));
    }

    private synchronized void ended(String ticker, Process process) {
        deleteNote(recipe.note(ticker));
        children.remove(ticker, process);
    }

    /** Once the end has begun, an ended child is no crash. */
    private void report(String ticker, ProcessChange change) {
        synchronized (this) {
            if (closing) {
                return;
            }
        }
        try {
            reports.changed(ticker, change);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void end(String ticker, String reason) {
        Process process = child(ticker);
        if (process != null) {
            LOG.info("Ending {}: {}", ticker, reason);
            Thread.ofVirtual().name("end-" + ticker).start(() -> end(List.of(process)));
        }
    }

    private synchronized @Nullable Process child(String ticker) {
        return children.get(ticker);
    }

    /** Returns a ticker's running monger. */
    public Optional<Child> running(String ticker) {
        Process process = child(ticker);
        if (process == null || !process.isAlive()) {
            return Optional.empty();
        }
        OptionalInt port = Readiness.port(recipe.port(ticker));
        long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return Optional.of(
                new Child(process.pid(), started, port.isPresent() ? port.getAsInt() : null));
    }

    /** Ends every child, waits for them, and starts none any more. */
    public void endAll() {
        List<Process> running;
        synchronized (this) {
            closing = true;
            running = new ArrayList<>(children.values());
        }
        LOG.info("Ending {} mongers", running.size());
        end(running);
    }

    private void end(List<Process> processes) {
        processes.forEach(Process::destroy);
        long until = System.nanoTime() + patience.toNanos();
        try {
            for (Process process : processes) {
                long left = until - System.nanoTime();
                if (!process.waitFor(Math.max(left, 0), TimeUnit.NANOSECONDS)) {
                    LOG.error("Process {} did not end by itself and is killed", process.pid());
                    process.destroyForcibly().waitFor();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void deleteNote(Path note) {
        try {
            Files.deleteIfExists(note);
        } catch (IOException left) {
            LOG.warn("Note {} stays: {}", note, left.toString());
        }
    }
}
