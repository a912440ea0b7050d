package dev.monger.simulator.server;

import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Instruments;
import dev.monger.simulator.venue.MarketCharacter;
import dev.monger.simulator.venue.MarketEvent;
import dev.monger.simulator.venue.ReplayedMarket;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A folder with a recorded day: one file {@code SYMBOL.csv} or {@code SYMBOL.csv.gz} per symbol.
 *
 * @param instruments the symbols found, with what is known of them
 * @param market all their events in one time order
 * @param firstNanos the time of the first event
 * @param lastNanos the time of the last event
 */
record ReplayFiles(
        List<Instrument> instruments, ReplayedMarket market, long firstNanos, long lastNanos) {

    /** Reads a folder; what cannot be used is refused with file, line and what would be right. */
    static ReplayFiles read(Path folder, List<Instrument> known) throws BadInput, IOException {
        if (!Files.isDirectory(folder)) {
            throw new BadInput("--replay " + folder + ": no such folder");
        }
        Map<String, Path> files = files(folder);
        if (files.isEmpty()) {
            throw new BadInput(
                    "--replay " + folder + ": no file named SYMBOL.csv or SYMBOL.csv.gz in it");
        }
        List<Instrument> instruments = new ArrayList<>();
        List<MarketEvent> all = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            Instrument listed = instrument(file.getKey(), known);
            List<MarketEvent> events = events(file.getValue(), listed.conId());
            all.addAll(events);
            instruments.add(startingAt(listed, events));
        }
        long first = all.stream().mapToLong(MarketEvent::timeNanos).min().orElse(0);
        long last = all.stream().mapToLong(MarketEvent::timeNanos).max().orElse(0);
        return new ReplayFiles(instruments, new ReplayedMarket(all), first, last);
    }

    private static Map<String, Path> files(Path folder) throws BadInput, IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> listed = Files.list(folder)) {
            for (Path path : listed.sorted().toList()) {
                String name = path.getFileName().toString();
                int end = name.endsWith(".csv.gz") ? name.length() - 7 : name.length() - 4;
                boolean ours = name.endsWith(".csv.gz") || name.endsWith(".csv");
                if (ours && end > 0 && files.put(name.substring(0, end), path) != null) {
                    throw new BadInput(
                            "--replay "
                                    + folder
                                    + ": both a .csv and a .csv.gz of "
                                    + name.substring(0, end));
                }
            }
        }
        return files;
    }

    private static List<MarketEvent> events(Path file, int conId) throws BadInput, IOException {
        List<MarketEvent> events = new ArrayList<>();
        try (BufferedReader reader = open(file)) {
            String header = reader.readLine();
            if (!MarketDataFormat.HEADER.equals(header)) {
                throw new BadInput(
                        file
                                + ", line 1: expected the header '"
                                + MarketDataFormat.HEADER
                                + "', was '"
                                + header
                                + "'");
            }
            int number = 1;
            long last = Long.MIN_VALUE;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                MarketEvent event = event(file, number, line, conId);
                if (event.timeNanos() < last) {
                    throw new BadInput(
                            file
                                    + ", line "
                                    + number
                                    + ": its time is before that of the line above; right would be times in order");
                }
                last = event.timeNanos();
                events.add(event);
            }
        }
        if (events.isEmpty()) {
            throw new BadInput(
                    file + ": no line after the header; right would be at least one QUOTE");
        }
        return events;
    }

    private static MarketEvent event(Path file, int number, String line, int conId)
            throws BadInput {
        try {
            return MarketDataFormat.read(line, conId);
        } catch (BadInput e) {
            throw new BadInput(file + ", line " + number + ": " + e.getMessage());
        }
    }

    private static BufferedReader open(Path file) throws BadInput, IOException {
        InputStream stream = Files.newInputStream(file);
        try {
            boolean packed = file.toString().endsWith(".gz");
            return new BufferedReader(
                    new InputStreamReader(
                            packed ? new GZIPInputStream(stream) : stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            stream.close();
            throw new BadInput(file + ": cannot be unpacked as gzip: " + e.getMessage());
        }
    }

    private static Instrument instrument(String symbol, List<Instrument> known) {
        for (Instrument instrument : known) {
            if (instrument.symbol().equals(symbol)) {
                return instrument;
            }
        }
        return Instruments.made(symbol);
    }

    private static Instrument startingAt(Instrument listed, List<MarketEvent> events) {
        long price = 0;
        for (MarketEvent event : events) {
            price =
                    switch (event) {
                        case MarketEvent.QuoteChanged changed -> changed.quote().midE8();
                        case MarketEvent.Traded traded -> traded.priceE8();
                        case MarketEvent.HaltChanged halt -> 0;
                    };
            if (price > 0) {
                break;
            }
        }
        MarketCharacter usual = listed.character();
        MarketCharacter own =
                new MarketCharacter(
                        price > 0 ? price : usual.startPriceE8(),
                        usual.spreadTicks(),
                        usual.sizeShares(),
                        usual.volatilityBasisPoints(),
                        usual.tradesPerThousandQuotes());
        return new Instrument(
                listed.conId(),
                listed.symbol(),
                listed.primaryExchange(),
                listed.tradingClass(),
                listed.longName(),
                listed.stockType(),
                listed.currency(),
                listed.minTickE8(),
                listed.marketRuleId(),
                own);
    }
}
