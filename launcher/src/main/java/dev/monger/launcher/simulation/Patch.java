package dev.monger.launcher.simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A change of sources as a patch file in the usual unified form. Line numbers are not looked at: a
 * part is put where its lines stand, and they must stand in one place only.
 *
 * @param reason what the patch is for, from its remarks
 * @param parts in their order
 */
public record Patch(String reason, List<Part> parts) {

    /**
     * Lines that are replaced.
     *
     * @param file in the source tree
     * @param before how they are, with what stands around them
     * @param after how they shall be
     */
    public record Part(String file, String before, String after) {}

    /** Keeps a copy. */
    public Patch {
        parts = List.copyOf(parts);
    }

    /** Reads a patch file. */
    public static Patch read(Path path) throws IOException {
        Reader reader = new Reader();
        for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) {
            reader.take(line);
        }
        return reader.patch();
    }

    /** The files it changes. */
    public List<String> files() {
        return parts.stream().map(Part::file).distinct().toList();
    }

    /**
     * Changes the files under a folder.
     *
     * @throws IOException also when the lines of a part do not stand there, or more than once
     */
    public void apply(Path folder) throws IOException {
        for (Part part : parts) {
            Path file = folder.resolve(part.file());
            String text = Files.readString(file, StandardCharsets.UTF_8);
            int at = text.indexOf(part.before());
            if (at < 0 || text.indexOf(part.before(), at + 1) >= 0) {
                throw new IOException(
                        part.file()
                                + " does not have these lines in one place only:\n"
                                + part.before());
            }
            Files.writeString(
                    file,
                    text.substring(0, at)
                            + part.after()
                            + text.substring(at + part.before().length()),
                    StandardCharsets.UTF_8);
        }
    }

    /** Collects the parts line by line. */
    private static final class Reader {
        private final StringBuilder reason = new StringBuilder();
        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder before = new StringBuilder();
        private final StringBuilder after = new StringBuilder();
        private String file = "";

        void take(String line) {
            if (line.startsWith("# ")) {
                reason.append(line.substring(2)).append(' ');
            } else if (line.startsWith("--- ") || line.startsWith("@@")) {
                end();
            } else if (line.startsWith("+++ b/")) {
                file = line.substring("+++ b/".length());
            } else if (!file.isEmpty()) {
                body(line);
            }
        }

        private void body(String line) {
            String text = line.isEmpty() ? "" : line.substring(1);
            if (!line.startsWith("+")) {
                before.append(text).append('\n');
            }
            if (!line.startsWith("-")) {
                after.append(text).append('\n');
            }
        }

        private void end() {
            if (!before.isEmpty()) {
                parts.add(new Part(file, before.toString(), after.toString()));
            }
            before.setLength(0);
            after.setLength(0);
        }

        Patch patch() {
            end();
            return new Patch(reason.toString().strip(), parts);
        }
    }
}
