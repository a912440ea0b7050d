package dev.monger.simulator.server;

import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.MarketEvent;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes what happens to the market as files that can be replayed. */
final class MarketRecorder implements Closeable {
    private final Map<Integer, BufferedWriter> files = new TreeMap<>();

    MarketRecorder(Path folder, List<Instrument> instruments) throws IOException {
        Files.createDirectories(folder);
        for (Instrument instrument : instruments) {
            BufferedWriter file =
                    new BufferedWriter(
                            new OutputStreamWriter(
                                    Files.newOutputStream(
                                            folder.resolve(instrument.symbol() + ".csv")),
                                    StandardCharsets.UTF_8));
            file.write(MarketDataFormat.HEADER + "\n");
            files.put(instrument.conId(), file);
        }
    }

    void record(MarketEvent event) {
        BufferedWriter file = files.get(event.conId());
        String line = MarketDataFormat.write(event);
        if (file != null && !line.isEmpty()) {
            try {
                file.write(line + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException("the recording of the market cannot be written", e);
            }
        }
    }

    void flush() throws IOException {
        for (BufferedWriter file : files.values()) {
            file.flush();
        }
    }

    @Override
    public void close() throws IOException {
        for (BufferedWriter file : files.values()) {
            file.close();
        }
    }
}
