package dev.monger.launcher.stack;

import java.io.IOException;
import java.io.PrintStream;
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
    private static final long PATIENCE_SECONDS = 15;

    /** Parts in the order in which they end; those not named are mongers and go first. */
    private static final List<String> ORDER =
            List.of(
                    Recipes.PORTFOLIO,
                    Recipes.MANAGER,
                    Recipes.SIMULATOR,
                    Recipes.REGISTRY,
                    Recipes.BROKER);

    private final StateFolder state;
    private final PrintStream out;

    LeftOvers(StateFolder state, PrintStream out) {
        this.state = state;
        this.out = out;
    }

    /** Ends what is left, telling each; returns how many processes there were. */
    int end() throws IOException, InterruptedException {
        List<ProcessNote> running = running();
        if (!running.isEmpty()) {
            out.println("an earlier run in " + state.root() + " was killed; ending what it left:");
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
        running.sort(Comparator.comparingInt(note -> ORDER.indexOf(note.part())));
        return running;
    }

    private void flatten(List<ProcessNote> running) throws IOException, InterruptedException {
        if (running.stream().noneMatch(note -> note.part().equals(Recipes.MANAGER))) {
            return;
        }
        try {
            FleetClient fleet = new FleetClient(Addresses.read(state).manager());
            String id =
                    fleet.send(
                            new FleetClient.Order(
                                    "STOP",
                                    List.of(),
                                    "left over by a launcher that was killed",
                                    FLAT_DEADLINE,
                                    null));
            List<String> undone = FleetClient.undone(fleet.await(id, FLAT_DEADLINE));
            out.println(undone.isEmpty() ? "  the fleet is flat" : "  not flat:");
            undone.forEach(sentence -> out.println("    " + sentence));
        } catch (Refusal | IOException unreachable) {
            out.println(
                    "  its manager does not answer ("
                            + unreachable.getMessage()
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
        out.println(
                "  "
                        + note.part()
                        + ", process "
                        + note.pid()
                        + (inOrder ? ", has ended" : ", was killed: it did not end by itself"));
    }
}
