package dev.monger.endurance;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The file to which each run adds what it found, and under what. */
final class Report {

    private final Path file;
    private final String program;

    /**
     * A report in a file.
     *
     * @param program which version ran, such as a commit
     */
    Report(Path file, String program) {
        this.file = file;
        this.program = program;
    }

    /** Adds a section, and returns it. */
    String add(String name, Verdict verdict, Duration took) throws IOException {
        StringBuilder text = new StringBuilder(256);
        text.append("\n## ").append(name).append(verdict.done() ? "" : ", not yet at its end");
        text.append("\n\n");
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s, program %s, %s of this run; %d processors, load %.1f, Java %s%n%n",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        program,
                        Progress.text(took),
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        Runtime.version()));
        verdict.figures().forEach(line -> text.append("* ").append(line).append('\n'));
        text.append("* ")
                .append(verdict.failures().size())
                .append(verdict.failures().size() == 1 ? " failure\n" : " failures\n");
        verdict.failures().forEach(line -> text.append("  * ").append(line).append('\n'));
        Files.writeString(
                file,
                text,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return text.toString();
    }
}
