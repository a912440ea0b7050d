package dev.monger.tws.codec;

import dev.monger.tws.message.Bar;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.MarketDataMessage.HistoricalDataUpdate;
import dev.monger.tws.message.MarketDataMessage.RealTimeBar;
import dev.monger.tws.message.MarketDataMessage.TickByTickBidAsk;
import dev.monger.tws.message.MarketDataMessage.TickByTickLast;
import dev.monger.tws.message.MarketDataMessage.TickByTickMidPoint;
import dev.monger.tws.message.MarketDataMessage.TickPrice;
import dev.monger.tws.message.MarketDataMessage.TickSize;
import dev.monger.tws.message.OrderMessage.OrderStatus;
import dev.monger.tws.message.ServerMessage;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages that come all day long in the usual form, without a look at each field for
 * errors: whether everything was as expected is asked once, at the end.
 *
 * <p>The layouts say what is right. Whatever is unusual in the least, such as a missing field, a
 * sign or an exponent, is no message here, and is left to them.
 */
final class HotMessages {

    /** Behind a payload so much room is needed, since fields are read before they are counted. */
    static final int ROOM_BEHIND = 256;

    private static final long[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
    };

    private final Texts texts;
    private byte[] bytes = {};
    private int at;
    private long wrong;

    HotMessages(Texts texts) {
        this.texts = texts;
    }

    /** Returns the message, or null when a layout has to read it. */
    @Nullable ServerMessage read(ByteBuffer payload) {
        if (!payload.hasArray() || payload.remaining() < 2) {
            return null;
        }
        bytes = payload.array();
        int end = payload.arrayOffset() + payload.limit();
        if (end > bytes.length - ROOM_BEHIND) {
            return null;
        }
        at = payload.arrayOffset() + payload.position();
        wrong = 0;
        ServerMessage message = named();
        return wrong == 0 && at <= end ? message : null;
    }

    private @Nullable ServerMessage named() {
        int first = bytes[at];
        int second = bytes[at + 1];
        if (second == 0) {
            at += 2;
            return switch (first) {
                case '1' -> tickPrice();
                case '2' -> tickSize();
                case '3' -> orderStatus();
                default -> null;
            };
        }
        if (bytes[at + 2] != 0) {
            return null;
        }
        at += 3;
        return switch ((first << 8) | second) {
            case ('5' << 8) | '0' -> realTimeBar();
            case ('9' << 8) | '0' -> historicalDataUpdate();
            case ('9' << 8) | '9' -> tickByTick();
            default -> null;
        };
    }

    private TickPrice tickPrice() {
        skip();
        return new TickPrice(integer(), small(), decimal(), quantity(), small());
    }

    private TickSize tickSize() {
        skip();
        return new TickSize(integer(), small(), quantity());
    }

    private OrderStatus orderStatus() {
        return new OrderStatus(
                integer(),
                text(),
                quantity(),
                quantity(),
                decimal(),
                number(),
                integer(),
                decimal(),
                integer(),
                text(),
                decimal());
    }

    private RealTimeBar realTimeBar() {
        skip();
        return new RealTimeBar(
                integer(),
                number(),
                decimal(),
                decimal(),
                decimal(),
                decimal(),
                quantity(),
                decimal(),
                integer());
    }

    private HistoricalDataUpdate historicalDataUpdate() {
        int requestId = integer();
        int count = integer();
        String time = text();
        long open = decimal();
        long close = decimal();
        long high = decimal();
        long low = decimal();
        long average = decimal();
        long volume = quantity();
        return new HistoricalDataUpdate(
                requestId, new Bar(time, open, high, low, close, volume, average, count));
    }

    private @Nullable ServerMessage tickByTick() {
        int requestId = integer();
        int kind = small();
        long time = number();
        return switch (kind) {
            case 1, 2 ->
                    new TickByTickLast(
                            requestId,
                            kind == 2,
                            time,
                            decimal(),
                            quantity(),
                            small(),
                            text(),
                            text());
            case 3 ->
                    new TickByTickBidAsk(
                            requestId, time, decimal(), decimal(), quantity(), quantity(), small());
            case 4 -> new TickByTickMidPoint(requestId, time, decimal());
            default -> null;
        };
    }

    /** A field of one character that says nothing. */
    private void skip() {
        wrong |= bytes[at + 1] | ((bytes[at] - 1) >> 31);
        at += 2;
    }

    /** A number that mostly has one digit. */
    private int small() {
        int digit = bytes[at] - '0';
        if (bytes[at + 1] != 0) {
            return integer();
        }
        wrong |= (digit | (9 - digit)) >> 31;
        at += 2;
        return digit;
    }

    private int integer() {
        long number = number();
        wrong |= number - (int) number;
        return (int) number;
    }

    private long number() {
        long word = Words.at(bytes, at);
        int bits = Words.beforeNul(word);
        if (bits == Words.BITS) {
            return longNumber(word);
        }
        long digits = Words.digits(word, bits);
        wrong |= Words.notDigits(digits);
        at += (bits >>> 3) + 1;
        return Words.number(digits);
    }

    /** Eight to fifteen digits. */
    private long longNumber(long high) {
        long word = Words.at(bytes, at + Words.BYTES);
        int bits = Words.beforeNul(word);
        long first = Words.digits(high, Words.BITS);
        long last = bits == 0 ? 0 : Words.digits(word, bits);
        wrong |= Words.notDigits(first) | Words.notDigits(last) | (bits & Words.BITS);
        at += Words.BYTES + (bits >>> 3) + 1;
        return Words.number(first) * POWERS[bits >>> 3] + Words.number(last);
    }

    private long quantity() {
        long number = number();
        wrong |= (POWERS[8] - 1 - number) >> 63;
        return number * Decimals.ONE;
    }

    private long decimal() {
        long word = Words.at(bytes, at);
        int bits = Words.beforeNul(word);
        if (bits == Words.BITS) {
            return longDecimal(word);
        }
        long digits = Words.digits(word, bits);
        int point = Words.beforePoint(digits);
        at += (bits >>> 3) + 1;
        int places = 0;
        if (point < Words.BITS) {
            digits = Words.withoutPoint(digits, point);
            places = Words.places(point);
        }
        wrong |= Words.notDigits(digits) | (((bits - 16) & (point - Words.BITS)) >> 31);
        return Words.number(digits) * POWERS[8 - places];
    }

    private long longDecimal(long word) {
        int point = Words.beforePoint(Words.digits(word, Words.BITS));
        int behind = at + (point >>> 3) + 1;
        long fraction = Words.at(bytes, behind);
        int bits = Words.beforeNul(fraction);
        if (point == 0 || point == Words.BITS || bits == 0) {
            wrong = -1;
            return 0;
        }
        if (bits == Words.BITS) {
            wrong |= bytes[behind + Words.BYTES];
        }
        long whole = Words.digits(word, point);
        long places = Words.digits(fraction, bits);
        wrong |= Words.notDigits(whole) | Words.notDigits(places);
        at = behind + (bits >>> 3) + 1;
        return Words.number(whole) * Decimals.ONE + Words.number(places) * POWERS[8 - (bits >>> 3)];
    }

    private String text() {
        int from = at;
        int bits = Words.beforeNul(Words.at(bytes, from));
        int to = from + (bits >>> 3);
        if (bits == Words.BITS) {
            int more = Words.beforeNul(Words.at(bytes, to));
            wrong |= more & Words.BITS;
            to += more >>> 3;
        }
        at = to + 1;
        return to == from ? "" : texts.text(bytes, from, to);
    }
}
