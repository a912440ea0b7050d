package dev.monger.simulator.server;

import dev.monger.simulator.venue.MarketEvent;
import dev.monger.simulator.venue.Quote;
import dev.monger.tws.message.Decimals;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;

/**
 * One line of a recorded day: {@code 2013-10-07T08:00:00Z,QUOTE,167.27,100,167.41,600} or {@code
 * …,TRADE,167.41,2049}.
 */
final class MarketDataFormat {
    static final String HEADER = "time,kind,bid_or_price,bid_size_or_size,ask,ask_size";

    private static final String RIGHT =
            "right would be TIME,QUOTE,BID,BID_SIZE,ASK,ASK_SIZE or TIME,TRADE,PRICE,SIZE with a time like 2013-10-07T08:00:00Z";

    private MarketDataFormat() {}

    /** Reads a line; the message of the refusal says what is wrong and what would be right. */
    static MarketEvent read(String line, int conId) throws BadInput {
        String[] fields = line.split(",", -1);
        if (fields.length < 4) {
            throw new BadInput("expected at least 4 fields, found " + fields.length + "; " + RIGHT);
        }
        long nanos = time(fields[0]);
        return switch (fields[1]) {
            case "QUOTE" -> quote(nanos, fields, conId);
            case "TRADE" -> trade(nanos, fields, conId);
            default ->
                    throw new BadInput(
                            "the second field must be QUOTE or TRADE, was '"
                                    + fields[1]
                                    + "'; "
                                    + RIGHT);
        };
    }

    private static MarketEvent quote(long nanos, String[] fields, int conId) throws BadInput {
        if (fields.length != 6) {
            throw new BadInput("a QUOTE has 6 fields, found " + fields.length + "; " + RIGHT);
        }
        Quote quote =
                new Quote(
                        price("bid", fields[2]),
                        size("bid size", fields[3]),
                        price("ask", fields[4]),
                        size("ask size", fields[5]));
        return new MarketEvent.QuoteChanged(nanos, conId, quote);
    }

    private static MarketEvent trade(long nanos, String[] fields, int conId) throws BadInput {
        boolean bare =
                fields.length == 4
                        || (fields.length == 6 && fields[4].isEmpty() && fields[5].isEmpty());
        if (!bare) {
            throw new BadInput("a TRADE has 4 fields, found " + fields.length + "; " + RIGHT);
        }
        return new MarketEvent.Traded(
                nanos, conId, price("price", fields[2]), size("size", fields[3]));
    }

    /** Writes what {@link #read} reads; halts have no line. */
    static String write(MarketEvent event) {
        Instant time =
                Instant.ofEpochSecond(
                        Math.floorDiv(event.timeNanos(), 1_000_000_000L),
                        Math.floorMod(event.timeNanos(), 1_000_000_000L));
        return switch (event) {
            case MarketEvent.QuoteChanged changed ->
                    String.join(
                            ",",
                            time.toString(),
                            "QUOTE",
                            Decimals.text(changed.quote().bidE8()),
                            Long.toString(changed.quote().bidShares()),
                            Decimals.text(changed.quote().askE8()),
                            Long.toString(changed.quote().askShares()));
            case MarketEvent.Traded traded ->
                    String.join(
                            ",",
                            time.toString(),
                            "TRADE",
                            Decimals.text(traded.priceE8()),
                            Long.toString(traded.shares()));
            case MarketEvent.HaltChanged halt -> "";
        };
    }

    private static long time(String text) throws BadInput {
        try {
            Instant instant = Instant.parse(text);
            return Math.addExact(
                    Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L),
                    instant.getNano());
        } catch (DateTimeException | ArithmeticException e) {
            throw new BadInput("the time '" + text + "' is none; " + RIGHT);
        }
    }

    private static long price(String name, String text) throws BadInput {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long price = Decimals.parse(ByteBuffer.wrap(bytes), 0, bytes.length);
        boolean plain = !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
        if (!plain || price == Decimals.MALFORMED || price == Decimals.UNSET || price < 0) {
            throw new BadInput("the " + name + " '" + text + "' is no price like 167.27");
        }
        return price;
    }

    private static long size(String name, String text) throws BadInput {
        try {
            // Sizes are whole shares; a recorder may write 100.0.
            long size = new BigDecimal(text).longValueExact();
            if (size >= 0) {
                return size;
            }
        } catch (NumberFormatException e) {
            throw new BadInput(wrongSize(name, text));
        } catch (ArithmeticException e) {
            throw new BadInput(wrongSize(name, text));
        }
        throw new BadInput(wrongSize(name, text));
    }

    private static String wrongSize(String name, String text) {
        return String.format(Locale.ROOT, "the %s '%s' is no whole number of shares", name, text);
    }
}
