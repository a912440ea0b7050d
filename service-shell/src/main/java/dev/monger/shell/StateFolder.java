package dev.monger.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A service's own folder: whose it is, of which format, and the number of the session in it. */
public final class StateFolder implements AutoCloseable {

    /** The one format of the folder that this program knows. */
    static final String FORMAT = "monger service state 1";

    private static final String SESSION = "session";

    private final Path path;
    private final FileChannel lockChannel;

    private StateFolder(Path path, FileChannel lockChannel) {
        this.path = path;
        this.lockChannel = lockChannel;
    }

    /** What came of opening a folder. */
    public sealed interface Opening {

        /** It is ours until closed. */
        record Opened(StateFolder folder) implements Opening {}

        /** Another process has it. */
        record InUse(String reason) implements Opening {}

        /** It must not be used. */
        record Refused(String reason) implements Opening {}
    }

    /** Makes the folder where it is missing, and locks it. */
    public static Opening open(Path path) throws IOException {
        Files.createDirectories(path);
        Path lockFile = path.resolve("lock");
        FileChannel channel =
                FileChannel.open(
                        lockFile,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            return new Opening.InUse(
                    "state folder "
                            + path
                            + " is in use by process "
                            + Files.readString(lockFile).strip()
                            + "; end that one, or give this one a folder of its own");
        }
        channel.truncate(0);
        channel.write(utf8(ProcessHandle.current().pid() + "\n"), 0);
        Path format = path.resolve("format");
        if (!Files.exists(format)) {
            replace(format, FORMAT);
        }
        String found = Files.readString(format).strip();
        if (!found.equals(FORMAT)) {
            channel.close();
            return new Opening.Refused(
                    "state folder "
                            + path
                            + " is of format \""
                            + found
                            + "\", this program reads \""
                            + FORMAT
                            + "\"; start the version that wrote it, or use another folder");
        }
        return new Opening.Opened(new StateFolder(path, channel));
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException held) {
            return false;
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** The number of the last session; zero before the first. */
    public long lastSession() throws IOException {
        Path file = path.resolve(SESSION);
        return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
    }

    /**
     * Takes the number of a new session and forces it to disk; no number is given twice.
     *
     * @param least number to take: the lease's, or the calendar's seconds, so that a lost disk
     *     repeats none
     */
    public long claimSession(long least) throws IOException {
        long session = Math.max(lastSession() + 1, least);
        replace(path.resolve(SESSION), Long.toString(session));
        return session;
    }

    /** Replaces a small file so that a crash leaves the old one or the new one, on disk. */
    static void replace(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try (FileChannel channel =
                FileChannel.open(
                        draft,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer bytes = utf8(text + "\n");
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(
                draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
            folder.force(true);
        }
    }

    private static ByteBuffer utf8(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Gives the folder up. */
    @Override
    public void close() throws IOException {
        lockChannel.close();
    }
}
