package dev.monger.launcher;

import dev.monger.launcher.stack.MarketClockText;
import dev.monger.launcher.stack.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A folder with a recorded day: which day it is, and which symbols it has. */
record ReplayDay(LocalDate day, List<String> symbols) {

    private static final String PLAIN = ".csv";
    private static final String PACKED = ".csv.gz";
    private static final String RIGHT =
            "a folder holds one file per symbol, SYMBOL.csv or SYMBOL.csv.gz, whose lines begin with a time in UTC as"
                    + " in 2013-10-07T13:30:00Z";

    /** Looks into a folder; refuses one that holds no recorded day. */
    static ReplayDay of(Path folder) throws Refusal, IOException {
        if (!Files.isDirectory(folder)) {
            throw new Refusal(
                    Refusal.BAD_INPUT, "--replay: there is no folder " + folder + "; " + RIGHT);
        }
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> symbolOf(file).isPresent()).sorted().toList();
        }
        if (files.isEmpty()) {
            throw new Refusal(
                    Refusal.BAD_INPUT, "--replay: " + folder + " holds no recorded day; " + RIGHT);
        }
        List<String> symbols =
                files.stream().map(ReplayDay::symbolOf).flatMap(Optional::stream).toList();
        return new ReplayDay(firstDay(files.getFirst()), symbols);
    }

    private static Optional<String> symbolOf(Path file) {
        String name = file.getFileName().toString();
        for (String suffix : List.of(PACKED, PLAIN)) {
            if (name.endsWith(suffix)) {
                return Optional.of(name.substring(0, name.length() - suffix.length()));
            }
        }
        return Optional.empty();
    }

    private static InputStream unpacked(Path file, InputStream bytes) throws IOException {
        return file.toString().endsWith(PACKED) ? new GZIPInputStream(bytes) : bytes;
    }

    private static LocalDate firstDay(Path file) throws Refusal {
        String first = "";
        try (InputStream bytes = Files.newInputStream(file);
                var text = new InputStreamReader(unpacked(file, bytes), StandardCharsets.UTF_8);
                BufferedReader lines = new BufferedReader(text)) {
            String line = lines.readLine();
            while (line != null && (line.isBlank() || !Character.isDigit(line.charAt(0)))) {
                line = lines.readLine();
            }
            first = line == null ? "" : line.split(",", 2)[0];
            return Instant.parse(first).atZone(MarketClockText.EXCHANGE_ZONE).toLocalDate();
        } catch (IOException | DateTimeParseException malformed) {
            throw new Refusal(
                    Refusal.BAD_INPUT,
                    "--replay: " + file + " begins with \"" + first + "\"; " + RIGHT,
                    malformed);
        }
    }
}
