package dev.monger.launcher.journal;

import dev.monger.engine.EngineInput;
import dev.monger.engine.journal.Decoded;
import dev.monger.engine.journal.ReplayComparison;
import dev.monger.engine.journal.SegmentHeader;
import dev.monger.engine.journal.SegmentReader;
import dev.monger.engine.monger.MongerEngine;
import dev.monger.engine.monger.MongerSettings;
import dev.monger.launcher.stack.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Steps a fresh engine through one monger's journal, from its first segment to its last. */
public final class JournalReplay {

    /** How the names of segments end; they sort in the order in which they were written. */
    private static final String SUFFIX = ".journal";

    private JournalReplay() {}

    /**
     * What a replay found.
     *
     * @param ticker the monger's
     * @param segments how many files were read
     * @param programVersions those that wrote them, each once
     * @param report steps, differences and the first of these
     * @param differsIn the segment of the first difference
     * @param note what is to be said of the journal's end; empty when it ends as it should
     */
    public record Outcome(
            String ticker,
            int segments,
            List<String> programVersions,
            ReplayComparison.Report report,
            Optional<Path> differsIn,
            String note) {}

    /** The segments of a folder in their order, or the one file that is named. */
    public static List<Path> segments(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    /** Replays segments that follow each other, the first of them the journal's first. */
    public static Outcome replay(List<Path> segments) throws Refusal, IOException {
        MongerSettings settings = settings(segments.getFirst());
        ReplayComparison comparison = new ReplayComparison(new MongerEngine(settings));
        List<String> versions = new ArrayList<>();
        Optional<Path> differsIn = Optional.empty();
        String note = "";
        for (Path file : segments) {
            SegmentReader reader = open(file);
            if (!versions.contains(reader.header().programVersion())) {
                versions.add(reader.header().programVersion());
            }
            note = note(file, comparison.step(reader), file.equals(segments.getLast()));
            if (differsIn.isEmpty() && comparison.report().first().isPresent()) {
                differsIn = Optional.of(file);
            }
        }
        return new Outcome(
                settings.ticker(), segments.size(), versions, comparison.report(), differsIn, note);
    }

    private static String note(Path file, Decoded end, boolean last) throws Refusal {
        if (end instanceof Decoded.TruncatedTail(long offset, String reason) && last) {
            return "it ends in an unfinished write at byte " + offset + ": " + reason;
        }
        if (end instanceof Decoded.Corrupt(long offset, String reason)) {
            throw damaged(file, offset, reason);
        }
        if (end instanceof Decoded.TruncatedTail(long offset, String reason)) {
            throw damaged(file, offset, reason);
        }
        return "";
    }

    private static Refusal damaged(Path file, long offset, String reason) {
        return new Refusal(
                Refusal.BAD_INPUT, file + " is damaged at byte " + offset + ": " + reason);
    }

    /** The first input of a journal says what the monger was configured with. */
    static MongerSettings settings(Path file) throws Refusal, IOException {
        SegmentReader reader = open(file);
        SegmentHeader header = reader.header();
        if (!header.service().equals("monger")) {
            throw new Refusal(
                    Refusal.BAD_INPUT,
                    file
                            + " is the journal of a "
                            + header.service()
                            + "; only those of mongers are replayed");
        }
        if (header.firstIndex() != 0) {
            throw new Refusal(
                    Refusal.BAD_INPUT,
                    file
                            + " begins with record "
                            + header.firstIndex()
                            + "; a replay begins with record 0: name the folder with all segments");
        }
        Decoded decoded = reader.next();
        while (decoded instanceof Decoded.SchemaNote) {
            decoded = reader.next();
        }
        if (decoded instanceof Decoded.Entry entry
                && entry.record().input() instanceof EngineInput.Started started) {
            return MongerSettings.read(started.settings());
        }
        throw new Refusal(
                Refusal.BAD_INPUT, file + " does not begin with the start of a monger: " + decoded);
    }

    static SegmentReader open(Path file) throws Refusal, IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        return switch (SegmentReader.open(bytes, JournalReplay.class.getClassLoader())) {
            case SegmentReader.Opening.Opened(SegmentReader reader) -> reader;
            case SegmentReader.Opening.Unfinished() ->
                    throw new Refusal(
                            Refusal.BAD_INPUT,
                            file + " was not begun to its end: nothing is in it");
            case SegmentReader.Opening.Refused(String reason) ->
                    throw new Refusal(Refusal.BAD_INPUT, file + ": " + reason);
        };
    }
}
