package dev.monger.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What an earlier launcher left running when it was killed. It is ended before a new stack starts:
 * the fleet is asked to be flat first, so that a simulator that ends takes no position with it.
 */
final class LeftOvers {

    private static final Duration FLAT_DEADLINE = Duration.ofSeconds(45);

    /** More than the manager takes, who waits for mongers that cannot prove their stop. */
    private static final long PATIENCE_SECONDS = 40;

    private final StateFolder state;
    private final Screen screen;

    LeftOvers(StateFolder state, Screen screen) {
        this.state = state;
        this.screen = screen;
    }

    /** Ends what is left, telling each; returns how many processes there were. */
    int end() throws IOException, InterruptedException {
        List<ProcessNote> running = running();
        if (!running.isEmpty()) {
            screen.say("an earlier run in " + state.root() + " was killed; ending what it left:");
            flatten(running);
            for (ProcessNote note : running) {
                end(note);
            }
        }
        for (Path file : state.notes()) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(state.addresses());
        return running.size();
    }

    private List<ProcessNote> running() throws IOException {
        List<ProcessNote> running = new ArrayList<>();
        for (Path file : state.notes()) {
            Optional<ProcessNote> note = ProcessNote.read(file);
            note.filter(n -> n.process().isPresent()).ifPresent(running::add);
        }
        // Parts that are not in the list are mongers: they come first.
        running.sort(Comparator.comparingInt(note -> Stack.ENDING.indexOf(note.part())));
        return running;
    }

    private void flatten(List<ProcessNote> running) throws IOException, InterruptedException {
        if (running.stream().noneMatch(note -> note.part().equals(Recipes.MANAGER))) {
            return;
        }
        try {
            FleetClient fleet = new FleetClient(Addresses.read(state).manager(), state.token());
            String id =
                    fleet.send(
                            new FleetClient.Order(
                                    "STOP",
                                    List.of(),
                                    "left over by a launcher that was killed",
                                    FLAT_DEADLINE,
                                    null));
            List<String> undone = FleetClient.undone(fleet.await(id, FLAT_DEADLINE));
            screen.say(undone.isEmpty() ? "  the fleet is flat" : "  not flat:");
            undone.forEach(sentence -> screen.say("    " + sentence));
        } catch (Refusal | IOException unreachable) {
            screen.say(
                    "  its manager does not answer ("
                            + Http.reason(unreachable)
                            + "); mongers keep their positions and stops, and reconcile when they"
                            + " start again");
        }
    }

    private void end(ProcessNote note) throws InterruptedException {
        Optional<ProcessHandle> process = note.process();
        if (process.isEmpty()) {
            return;
        }
        process.get().destroy();
        boolean inOrder = true;
        try {
            process.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stuck) {
            process.get().destroyForcibly();
            inOrder = false;
        }
        screen.say(
                "  "
                        + note.part()
                        + ", process "
                        + note.pid()
                        + (inOrder ? ", has ended" : ", was killed: it did not end by itself"));
    }
}
