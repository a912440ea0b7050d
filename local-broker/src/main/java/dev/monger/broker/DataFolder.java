package dev.monger.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * The folder in which the broker keeps its records, and the marker that says which format it has.
 */
final class DataFolder {

    static final String FORMAT = "monger local broker, format 1, Kafka 4.3";

    private static final String MARKER = "monger-broker-format";
    private static final String LOGS = "logs";

    private final Path folder;

    DataFolder(Path folder) {
        this.folder = folder;
    }

    /** Where Kafka itself writes. */
    Path logs() {
        return folder.resolve(LOGS);
    }

    /**
     * Makes the folder ready: formats a new or empty one, accepts one of our format, refuses every
     * other without touching it.
     */
    void prepare(Properties settings) throws Refusal, IOException {
        Path marker = folder.resolve(MARKER);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Refusal(folder + " is not a folder; name one with --data-dir");
        }
        if (Files.exists(marker)) {
            String found = Files.readString(marker).strip();
            if (!found.equals(FORMAT)) {
                throw otherFormat("holds \"" + found + "\"");
            }
        } else if (Files.exists(folder) && !isEmpty(folder)) {
            throw otherFormat("holds files, but no " + MARKER);
        }
        Files.createDirectories(logs());
        if (!Files.exists(logs().resolve("meta.properties"))) {
            format(settings);
        }
        Files.writeString(marker, FORMAT + "\n");
    }

    private Refusal otherFormat(String what) {
        return new Refusal(
                "the data folder "
                        + folder
                        + " "
                        + what
                        + "; this broker reads \""
                        + FORMAT
                        + "\". Name another folder with --data-dir, or move this one away");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private void format(Properties settings) throws IOException, Refusal {
        Path file = folder.resolve("server.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, "as formatted; settings are given anew at each start");
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code;
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            String[] arguments = {
                "format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()
            };
            code = StorageTool.execute(arguments, out);
        }
        if (code != 0) {
            throw new Refusal(
                    "Kafka could not format "
                            + logs()
                            + ": "
                            + said.toString(StandardCharsets.UTF_8).strip());
        }
    }
}
