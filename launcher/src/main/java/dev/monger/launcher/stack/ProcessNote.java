package dev.monger.launcher.stack;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The file that names a running process. A process id alone proves nothing, since ids are used
 * again: the start time tells whether it is still the same process.
 *
 * @param part the part of the stack it is, for example {@code manager}
 * @param pid the process id
 * @param startedAtMillis its start time as the operating system gives it
 */
public record ProcessNote(String part, long pid, long startedAtMillis) {

    /** How far two readings of one start time may lie apart; the kernel counts in hundredths. */
    private static final long SAME_START_MILLIS = 1500;

    private static final JsonMapper JSON = new JsonMapper();

    /** The note of a process that runs now. */
    public static ProcessNote of(String part, ProcessHandle process) {
        return new ProcessNote(part, process.pid(), startedAt(process));
    }

    /** Reads a note; empty when the file does not hold one. */
    public static Optional<ProcessNote> read(Path file) throws IOException {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            if (json.path("pid").isIntegralNumber() && json.path("startedAtMillis").isNumber()) {
                return Optional.of(
                        new ProcessNote(
                                json.path("part").asText("?"),
                                json.path("pid").asLong(),
                                json.path("startedAtMillis").asLong()));
            }
            return Optional.empty();
        } catch (JsonProcessingException tornByAKill) {
            return Optional.empty();
        }
    }

    /** Writes the note, whole or not at all: a torn one would leave its process without a name. */
    public void write(Path file) throws IOException {
        var json = JSON.createObjectNode();
        json.put("part", part).put("pid", pid).put("startedAtMillis", startedAtMillis);
        json.put("command", "java");
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.write(written, JSON.writeValueAsBytes(json));
        Files.move(written, file, ATOMIC_MOVE);
    }

    /** The process, if it is still the one that was noted. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(p -> Math.abs(startedAt(p) - startedAtMillis) <= SAME_START_MILLIS);
    }

    private static long startedAt(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
