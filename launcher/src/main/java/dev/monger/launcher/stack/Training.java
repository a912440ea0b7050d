package dev.monger.launcher.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Makes the start-up caches that are missing: runs a stack of its own against our simulator, on
 * free ports, with one ticker, and ends it. It touches neither the account nor the state of the
 * stack that is to be started.
 */
public final class Training {

    private static final Duration TRADING = Duration.ofSeconds(60);

    /** So long it trades: orders, fills and their records are loaded by then. */
    private static final Duration TRADES = Duration.ofSeconds(15);

    /** Writing a cache takes a busy machine a while. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path home;
    private final Screen screen;
    private final StopRequest stop;
    private final Path folder;
    private final Path failed;

    /** A training for the program in a folder. */
    public Training(Path home, Screen screen, StopRequest stop) {
        this.home = home;
        this.screen = screen;
        this.stop = stop;
        this.folder = home.resolve("target/start-up-caches/training");
        this.failed = folder.resolveSibling("failed");
    }

    /** Makes what is missing; a failure costs speed only, so it is told and not thrown. */
    public void trainIfNeeded() throws Refusal, IOException, InterruptedException {
        List<StartUpCache> missing = new ArrayList<>();
        for (StartUpCache cache : Recipes.caches(home)) {
            if (!cache.fits()) {
                missing.add(cache);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        Path lock = folder.resolveSibling("lock");
        try (FileChannel channel =
                        FileChannel.open(
                                lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            if (held == null) {
                screen.say("starting without start-up caches: another monger is making them now");
            } else if (hasFailedWith(missing)) {
                screen.say(
                        "starting without start-up caches: making them has failed before; to try"
                                + " again, delete "
                                + failed);
            } else {
                train(missing);
            }
        }
    }

    /** Whether making them failed since they were built; another build may do better. */
    private boolean hasFailedWith(List<StartUpCache> missing) throws IOException {
        if (!Files.exists(failed)) {
            return false;
        }
        for (StartUpCache cache : missing) {
            if (cache.newestJar().compareTo(Files.getLastModifiedTime(failed)) > 0) {
                return false;
            }
        }
        return true;
    }

    private void train(List<StartUpCache> missing)
            throws Refusal, IOException, InterruptedException {
        screen.say(
                "making start-up caches, once for this build: a stack of its own trades one ticker"
                        + " with the simulator");
        long begun = System.nanoTime();
        StateFolder state = freshState();
        try {
            trade(state);
        } catch (Refusal inTraining) {
            screen.say("training: " + inTraining.getMessage());
        }
        if (!stop.isAsked()) {
            keep(missing, (System.nanoTime() - begun) / 1e9);
        }
    }

    private void trade(StateFolder state) throws Refusal, IOException, InterruptedException {
        Stack stack = new Stack(settings(state), state, screen, stop, CacheUse.MAKE);
        try {
            if (stack.start() && stack.awaitTrading(TRADING)) {
                stack.watch(System.nanoTime() + TRADES.toNanos());
            }
        } finally {
            stack.flatten("training is over");
            awaitMongers(state);
            stack.end(PATIENCE);
            screen.begin();
        }
    }

    /** The manager would give one that still writes its cache less time than that takes. */
    private static void awaitMongers(StateFolder state)
            throws Refusal, IOException, InterruptedException {
        Poll.until(
                PATIENCE,
                () ->
                        state.notes().stream()
                                .noneMatch(note ->
                                        note.getFileName()
                                                .toString()
                                                .startsWith(Recipes.MONGER + "-")));
    }

    private void keep(List<StartUpCache> missing, double seconds) throws IOException {
        List<String> without = new ArrayList<>();
        for (StartUpCache cache : missing) {
            if (!cache.keep()) {
                without.add(cache.part());
            }
        }
        if (without.isEmpty()) {
            screen.say(String.format(Locale.ROOT, "start-up caches made in %.0f s", seconds));
            delete();
        } else {
            Files.write(failed, without);
            screen.say(
                    "no start-up cache came of "
                            + String.join(", ", without)
                            + ", so it starts slowly; logs are in "
                            + folder.resolve("log"));
        }
    }

    private StackSettings settings(StateFolder state) throws IOException {
        Path assignments = state.root().resolve("assignments.yaml");
        MadeAssignments.write(home.resolve("assignments.yaml"), 1, assignments);
        return new StackSettings(
                home,
                assignments,
                Ports.free(),
                MarketClockText.real(),
                "DU1000001",
                null,
                false,
                null,
                null);
    }

    /** An empty one; what a killed training left running is ended first. */
    private StateFolder freshState() throws Refusal, IOException, InterruptedException {
        if (Files.exists(folder)) {
            new LeftOvers(StateFolder.open(folder), screen).end();
            delete();
        }
        return StateFolder.open(folder);
    }

    private void delete() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
