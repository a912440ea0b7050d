package dev.monger.launcher.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is written to a log from now on; logs are appended to, run after run. */
final class LogTail {

    private final Path log;
    private final long from;

    private LogTail(Path log, long from) {
        this.log = log;
        this.from = from;
    }

    /** The log's tail from where it ends now; it need not be there yet. */
    static LogTail fromNow(Path log) throws IOException {
        return new LogTail(log, Files.exists(log) ? Files.size(log) : 0);
    }

    /** The log from its beginning. */
    static LogTail whole(Path log) {
        return new LogTail(log, 0);
    }

    /** The lines written since. */
    List<String> lines() throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        byte[] all = Files.readAllBytes(log);
        int start = (int) Math.min(from, all.length);
        return new String(all, start, all.length - start, StandardCharsets.UTF_8).lines().toList();
    }

    /** The file. */
    Path file() {
        return log;
    }
}
