package dev.monger.launcher.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** One process of the stack: started out of the terminal's reach, noted, logged, ended in order. */
public final class Child {

    /** What a JVM ends with after SIGTERM. */
    public static final int ENDED_BY_TERM = 143;

    /** What a part ends with whose settings cannot be right. */
    public static final int BAD_SETTINGS = 78;

    /** What the simulator ends with when its command line or a file cannot be used. */
    public static final int WRONG_USAGE = 2;

    private static final int LAST_LINES = 12;

    /**
     * What is started.
     *
     * @param part its name in the stack
     * @param command the program and its arguments
     * @param environment variables added to those of the launcher
     * @param workFolder the folder it runs in
     */
    public record Recipe(
            String part, List<String> command, Map<String, String> environment, Path workFolder) {

        /** Keeps copies, the environment in order. */
        public Recipe {
            command = List.copyOf(command);
            environment = new TreeMap<>(environment);
        }
    }

    private final Recipe recipe;
    private final Process process;
    private final LogTail log;
    private final Path note;

    private Child(Recipe recipe, Process process, LogTail log, Path note) {
        this.recipe = recipe;
        this.process = process;
        this.log = log;
        this.note = note;
    }

    /** Starts a process. SIGINT and SIGHUP do not reach it: Ctrl-C is the launcher's to handle. */
    public static Child start(Recipe recipe, StateFolder state) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\""));
        command.addAll(recipe.command());
        LogTail log = LogTail.fromNow(state.log(recipe.part()));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(recipe.workFolder().toFile())
                        .redirectErrorStream(true)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        // What the person has set for the launcher must not reach a part behind its back.
        builder.environment().keySet().removeIf(name -> name.startsWith("MONGER_"));
        builder.environment().putAll(recipe.environment());
        Process process = builder.start();
        Path note = state.note(recipe.part());
        ProcessNote.of(recipe.part(), process.toHandle()).write(note);
        return new Child(recipe, process, log, note);
    }

    /** Its name in the stack. */
    public String part() {
        return recipe.part();
    }

    /** What it was started from. */
    public Recipe recipe() {
        return recipe;
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it runs. */
    public boolean alive() {
        return process.isAlive();
    }

    /** What it ended with; only once it has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Its log file. */
    public Path log() {
        return log.file();
    }

    /** What it has written since it was started. */
    public List<String> lines() throws IOException {
        return log.lines();
    }

    /** Whether a line that begins so stands in what it has written since it was started. */
    public boolean wrote(String beginning) throws IOException {
        return lines().stream().anyMatch(line -> line.startsWith(beginning));
    }

    /** The last lines it has written since it was started. */
    public List<String> lastLines() throws IOException {
        List<String> lines = lines();
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    }

    /**
     * Asks it to end, waits, and kills it when it does not; returns whether it ended in order. One
     * that had ended before by itself has been told of.
     */
    public boolean end(Duration patience) throws IOException, InterruptedException {
        if (!alive()) {
            forget();
            return true;
        }
        process.destroy();
        boolean inOrder = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (!inOrder) {
            process.destroyForcibly().waitFor();
        }
        forget();
        return inOrder && (exitCode() == 0 || exitCode() == ENDED_BY_TERM);
    }

    /** Removes the file that names it, once it has ended. */
    public void forget() throws IOException {
        Files.deleteIfExists(note);
    }
}
