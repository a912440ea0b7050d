package dev.monger.tws.codec;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Which request and type a tick is of, read from its bytes without reading the rest.
 *
 * @param messageId of price, size, number, text or greeks
 */
public record TickKey(int messageId, int requestId, int tickType) implements Comparable<TickKey> {

    private static final int TICK_PRICE = 1;
    private static final int TICK_SIZE = 2;
    private static final int TICK_GREEKS = 21;
    private static final int TICK_GENERIC = 45;
    private static final int TICK_STRING = 46;
    private static final int GREEKS_WITHOUT_VERSION_SINCE = 156;

    /** Each text of these types is one trade, and none replaces another. */
    private static final int REAL_TIME_VOLUME = 48;

    private static final int REAL_TIME_TRADE_VOLUME = 77;
    private static final int NONE = Integer.MIN_VALUE;
    private static final int MOST_DIGITS = 9;

    /** Returns the key of a tick that a later one of the same key replaces; empty for all else. */
    public static Optional<TickKey> read(ByteBuffer payload, int serverVersion) {
        int at = payload.position();
        int messageId = number(payload, at);
        boolean replaceable =
                switch (messageId) {
                    case TICK_PRICE, TICK_SIZE, TICK_GENERIC, TICK_STRING, TICK_GREEKS -> true;
                    default -> false;
                };
        if (!replaceable) {
            return Optional.empty();
        }
        at = behind(payload, at);
        if (messageId != TICK_GREEKS || serverVersion < GREEKS_WITHOUT_VERSION_SINCE) {
            at = behind(payload, at);
        }
        int requestId = number(payload, at);
        int tickType = number(payload, behind(payload, at));
        boolean trade =
                messageId == TICK_STRING
                        && (tickType == REAL_TIME_VOLUME || tickType == REAL_TIME_TRADE_VOLUME);
        return requestId == NONE || tickType == NONE || trade
                ? Optional.empty()
                : Optional.of(new TickKey(messageId, requestId, tickType));
    }

    /** The number of a field of digits only, {@link #NONE} for any other field or none. */
    private static int number(ByteBuffer payload, int from) {
        int number = 0;
        for (int at = from; at < payload.limit() && at - from <= MOST_DIGITS + 1; at++) {
            int digit = payload.get(at) - '0';
            if (payload.get(at) == 0) {
                return at > from ? number : NONE;
            }
            if (digit < 0 || digit > 9 || number > (Integer.MAX_VALUE - digit) / 10) {
                return NONE;
            }
            number = number * 10 + digit;
        }
        return NONE;
    }

    private static int behind(ByteBuffer payload, int from) {
        int at = from;
        while (at < payload.limit() && payload.get(at) != 0) {
            at++;
        }
        return at + 1;
    }

    @Override
    public int compareTo(TickKey other) {
        int byRequest = Integer.compare(requestId, other.requestId);
        int byType = byRequest != 0 ? byRequest : Integer.compare(tickType, other.tickType);
        return byType != 0 ? byType : Integer.compare(messageId, other.messageId);
    }
}
