package dev.monger.endurance;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** What a trial has to remember from one run to the next; on disk after each {@link #save}. */
final class Page {

    /** The next seed, by this name on every page that has one. */
    static final String SEED = "seed";

    private static final String FAILURE = "failure.";

    private final Path file;
    private final Properties values = new Properties();

    private Page(Path file) {
        this.file = file;
    }

    static Page open(Path file) throws IOException {
        Page page = new Page(file);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                page.values.load(reader);
            }
        }
        return page;
    }

    long number(String key, long absent) {
        String text = values.getProperty(key);
        return text == null ? absent : Long.parseLong(text);
    }

    void put(String key, long value) {
        values.setProperty(key, Long.toString(value));
    }

    String text(String key, String absent) {
        return values.getProperty(key, absent);
    }

    void put(String key, String value) {
        values.setProperty(key, value);
    }

    void add(String key, long more) {
        put(key, number(key, 0) + more);
    }

    /** Notes a failure, if there is one. */
    void addFailure(String of, String failure) {
        if (!failure.isEmpty()) {
            values.setProperty(FAILURE + failures().size(), of + ": " + failure);
        }
    }

    List<String> failures() {
        List<String> failures = new ArrayList<>();
        String next = values.getProperty(FAILURE + 0);
        while (next != null) {
            failures.add(next);
            next = values.getProperty(FAILURE + failures.size());
        }
        return failures;
    }

    /** Forgets everything. */
    void clear() {
        values.clear();
    }

    /** Forgets everything but which seeds were used. */
    void beginAnew() {
        String seed = values.getProperty(SEED);
        values.clear();
        if (seed != null) {
            values.setProperty(SEED, seed);
        }
    }

    /** Puts it on disk, whole or not at all. */
    void save() throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (Writer writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            values.store(writer, null);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
