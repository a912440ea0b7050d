package dev.monger.launcher.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder of a stack's state: a version, what runs, logs, and one folder for each part. */
public final class StateFolder {

    /** The format of the folder that this launcher reads and writes. */
    public static final String VERSION = "1";

    private final Path root;

    private StateFolder(Path root) {
        this.root = root;
    }

    /** Opens a folder, making a missing or empty one; refuses one of another version. */
    public static StateFolder open(Path folder) throws Refusal, IOException {
        Path root = folder.toAbsolutePath().normalize();
        Path version = root.resolve("version");
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new Refusal(Refusal.BAD_INPUT, root + " is not a folder; name one with --state");
        }
        if (Files.exists(version)) {
            String found = Files.readString(version).strip();
            if (!found.equals(VERSION)) {
                throw refused(root, "has version " + found);
            }
        } else if (Files.exists(root) && !list(root).isEmpty()) {
            throw refused(root, "holds files, but no version");
        }
        for (String name : List.of("run", "log")) {
            Files.createDirectories(root.resolve(name));
        }
        Files.writeString(version, VERSION + "\n");
        return new StateFolder(root);
    }

    /** Opens the folder of a stack that must have been started before. */
    public static StateFolder existing(Path folder) throws Refusal, IOException {
        if (!Files.exists(folder.resolve("version"))) {
            throw new Refusal(
                    Refusal.BAD_INPUT,
                    "no stack was ever started in "
                            + folder.toAbsolutePath().normalize()
                            + "; start one with ./monger up, or name its folder with --state");
        }
        return open(folder);
    }

    private static Refusal refused(Path root, String what) {
        return new Refusal(
                Refusal.BAD_INPUT,
                "the state folder "
                        + root
                        + " "
                        + what
                        + "; this launcher reads version "
                        + VERSION
                        + ". Name another folder with --state, or move this one away");
    }

    /** The folder itself. */
    public Path root() {
        return root;
    }

    /** The folder of one part, made if it is not there. */
    public Path folder(String part) throws IOException {
        return Files.createDirectories(root.resolve(part));
    }

    /** The file a part's output goes to. */
    public Path log(String part) {
        return root.resolve("log").resolve(part + ".log");
    }

    /** What the parts that have a log write to it from now on. */
    Map<String, LogTail> logTails() throws IOException {
        Map<String, LogTail> tails = new TreeMap<>();
        for (Path log : list(root.resolve("log"))) {
            String name = log.getFileName().toString();
            tails.put(name.replaceFirst("\\.log$", ""), LogTail.fromNow(log));
        }
        return tails;
    }

    /** The file that names a part's process. */
    public Path note(String part) {
        return root.resolve("run").resolve(part + ".json");
    }

    /** The file with the word that commands carry; the first service to start makes it. */
    public Path token() {
        return root.resolve("token");
    }

    /** The file that holds the addresses of a running stack. */
    public Path addresses() {
        return root.resolve("run").resolve("stack.json");
    }

    /** The files that name processes, of this run or one before. */
    public List<Path> notes() throws IOException {
        List<Path> notes = new ArrayList<>(list(root.resolve("run")));
        notes.removeIf(file ->
                file.equals(addresses()) || !file.getFileName().toString().endsWith(".json"));
        return notes;
    }

    /**
     * Holds the folder for one launcher. The kernel lets go of the lock when the process ends,
     * however it ends.
     */
    public FileLock hold() throws Refusal, IOException {
        Path file = root.resolve("run").resolve("launcher.lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new Refusal(
                    Refusal.BAD_INPUT,
                    "another ./monger up runs with the state folder "
                            + root
                            + "; stop it, or name another folder with --state");
        }
        return lock;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
