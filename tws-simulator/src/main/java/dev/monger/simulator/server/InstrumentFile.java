package dev.monger.simulator.server;

import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Instruments;
import dev.monger.simulator.venue.MarketCharacter;
import dev.monger.tws.message.Decimals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A file of instruments: {@code
 * symbol,conId,exchange,price,spreadTicks,size,volatilityBasisPoints}, one a line, all but the
 * symbol optional; lines that begin with # are remarks.
 */
final class InstrumentFile {
    private static final int FIELDS = 7;

    private InstrumentFile() {}

    /** The usual instruments, those of the file in place of or besides them. */
    static List<Instrument> read(Path file) throws IOException, BadInput {
        Map<String, Instrument> all = new TreeMap<>();
        Instruments.usual().forEach(usual -> all.put(usual.symbol(), usual));
        List<String> problems = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                Instrument read = instrument(line.split(",", -1), all);
                all.put(key(read, all.get(read.symbol())), read);
            } catch (IllegalArgumentException e) {
                problems.add(
                        file
                                + ", line "
                                + number
                                + ": "
                                + e.getMessage()
                                + "; right would be symbol,conId,exchange,price,spreadTicks,size,volatilityBasisPoints");
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInput(String.join("\n", problems));
        }
        return new ArrayList<>(all.values());
    }

    /**
     * A symbol is listed a second time by a line with another conId at another exchange; a client
     * that does not say which one it means is then told that it is ambiguous.
     */
    private static String key(Instrument read, @Nullable Instrument known) {
        boolean second =
                known != null
                        && known.conId() != read.conId()
                        && !known.primaryExchange().equals(read.primaryExchange());
        return second ? read.symbol() + " " + read.primaryExchange() : read.symbol();
    }

    /** These symbols only; the ones nobody described are made up. */
    static List<Instrument> only(List<String> symbols, List<Instrument> known) {
        List<Instrument> chosen = new ArrayList<>();
        for (String symbol : symbols) {
            String name = symbol.strip().toUpperCase(Locale.ROOT);
            List<Instrument> listed =
                    known.stream().filter(one -> one.symbol().equals(name)).toList();
            chosen.addAll(listed.isEmpty() ? List.of(Instruments.made(name)) : listed);
        }
        return chosen;
    }

    private static Instrument instrument(String[] fields, Map<String, Instrument> known) {
        if (fields.length > FIELDS) {
            throw new IllegalArgumentException(
                    "at most " + FIELDS + " fields, found " + fields.length);
        }
        String symbol = field(fields, 0, "").toUpperCase(Locale.ROOT);
        if (symbol.isEmpty()) {
            throw new IllegalArgumentException("no symbol");
        }
        Instrument from = known.getOrDefault(symbol, Instruments.made(symbol));
        MarketCharacter usual = from.character();
        MarketCharacter character =
                new MarketCharacter(
                        Decimals.of(field(fields, 3, Decimals.text(usual.startPriceE8()))),
                        Integer.parseInt(field(fields, 4, Integer.toString(usual.spreadTicks()))),
                        Long.parseLong(field(fields, 5, Long.toString(usual.sizeShares()))),
                        Integer.parseInt(
                                field(fields, 6, Integer.toString(usual.volatilityBasisPoints()))),
                        usual.tradesPerThousandQuotes());
        return new Instrument(
                Integer.parseInt(field(fields, 1, Integer.toString(from.conId()))),
                symbol,
                field(fields, 2, from.primaryExchange()),
                from.tradingClass(),
                from.longName(),
                from.stockType(),
                from.currency(),
                from.minTickE8(),
                from.marketRuleId(),
                character);
    }

    private static String field(String[] fields, int index, String usual) {
        return index < fields.length && !fields[index].isBlank() ? fields[index].strip() : usual;
    }
}
