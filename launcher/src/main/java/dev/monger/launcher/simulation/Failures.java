package dev.monger.launcher.simulation;

import dev.monger.fleet.checker.Violation;
import dev.monger.fleet.workload.Script;
import dev.monger.fleet.workload.Shrinker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps what failed as scripts, short enough to be read. */
public final class Failures {

    private final Path folder;
    private final String commit;

    /** Keeps them in a folder; the commit is what a seed depends on. */
    public Failures(Path folder, String commit) {
        this.folder = folder;
        this.commit = commit;
    }

    /** Makes a failing story short, writes it down and returns where. */
    public Path keep(Trial trial) throws IOException {
        Violation violation = trial.outcome().violations().getFirst();
        Script script = Shrinker.shrunk(trial.script(), violation);
        String text =
                "# "
                        + violation
                        + "\n# seed "
                        + trial.seed()
                        + " at commit "
                        + commit
                        + "\n"
                        + script.text();
        Files.createDirectories(folder);
        Path file = folder.resolve("seed-" + trial.seed() + ".story");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return file;
    }
}
