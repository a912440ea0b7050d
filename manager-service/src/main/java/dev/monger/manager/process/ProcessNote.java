package dev.monger.manager.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

/**
 * Names a running process. A process id alone proves nothing, since ids are used again: the start
 * time tells whether it is still the same process.
 *
 * @param part for example {@code monger-SPY}
 * @param pid the process id
 * @param startedAtMillis its start time as the operating system gives it
 */
record ProcessNote(String part, long pid, long startedAtMillis) {

    /** How far two readings of one start time may lie apart: the kernel counts in ticks. */
    private static final long SAME_START_MILLIS = 1_500;

    private static final JsonMapper JSON = new JsonMapper();

    static ProcessNote of(String part, ProcessHandle process) {
        return new ProcessNote(part, process.pid(), startedAt(process));
    }

    /** Reads a note; empty when the file holds none, as after a kill in the midst of writing. */
    static Optional<ProcessNote> read(Path file) throws IOException {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            boolean whole =
                    json.path("part").isTextual()
                            && json.path("pid").isIntegralNumber()
                            && json.path("startedAtMillis").isIntegralNumber();
            return whole
                    ? Optional.of(
                            new ProcessNote(
                                    json.path("part").asText(),
                                    json.path("pid").asLong(),
                                    json.path("startedAtMillis").asLong()))
                    : Optional.empty();
        } catch (JsonProcessingException torn) {
            return Optional.empty();
        }
    }

    /** Writes the note, whole or not at all. */
    void write(Path file) throws IOException {
        var json = JSON.createObjectNode();
        json.put("part", part).put("pid", pid).put("startedAtMillis", startedAtMillis);
        json.put("command", "java");
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.write(draft, JSON.writeValueAsBytes(json));
        Files.move(
                draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Returns the process, if it still runs and is the one that was noted. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(found -> Math.abs(startedAt(found) - startedAtMillis) <= SAME_START_MILLIS);
    }

    private static long startedAt(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
