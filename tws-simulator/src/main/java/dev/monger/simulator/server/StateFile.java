package dev.monger.simulator.server;

import dev.monger.simulator.backend.BackendMemory;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The broker's books on disk: a log of lines, each the whole state of one thing, written before the
 * bytes that tell of it leave. A last line that is not whole, as a kill may leave it, is dropped.
 */
final class StateFile implements Closeable {
    private static final String HEADER = "tws-simulator books 2";

    private final FileChannel channel;
    private final StringBuilder pending = new StringBuilder();

    private StateFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens the log in a folder, reads what is there into {@code memory}, and goes on behind it.
     */
    static StateFile open(Path folder, BackendMemory memory) throws IOException, BadInput {
        Files.createDirectories(folder);
        Path file = folder.resolve("books.log");
        Path fresh = folder.resolve("books.log.new");
        String kept = Files.exists(file) ? wholeLines(Files.readString(file)) : HEADER + "\n";
        List<String> lines = kept.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new BadInput(
                    file
                            + ", line 1: expected '"
                            + HEADER
                            + "', was '"
                            + (lines.isEmpty() ? "" : lines.getFirst())
                            + "'; this folder belongs to another version: name an empty one");
        }
        for (int i = 1; i < lines.size(); i++) {
            try {
                memory.read(lines.get(i));
            } catch (IllegalArgumentException e) {
                throw new BadInput(file + ", line " + (i + 1) + ": " + e.getMessage());
            }
        }
        Files.writeString(fresh, kept);
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new StateFile(
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
    }

    private static String wholeLines(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    /** Takes a line; it is on its way to the disk after {@link #write}. */
    void add(String line) {
        pending.append(line).append('\n');
    }

    /** Writes what was added; it survives the process from here on. */
    void write() throws IOException {
        if (pending.isEmpty()) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(pending.toString().getBytes(StandardCharsets.UTF_8));
        pending.setLength(0);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        write();
        channel.close();
    }
}
