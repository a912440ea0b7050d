package dev.monger.simulator.front;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Requests that TWS knows and this simulator does not serve: the answer names them and goes to the
 * request id they carry, so that a client does not wait for ever.
 */
final class UnservedRequests {
    private static final int NO_REQUEST = -1;

    /** The message's id, at most a version, the request's id, and the rest. */
    private static final int MOST_FIELDS = 4;

    private static final Map<Integer, Known> KNOWN = new TreeMap<>();

    /** What a message asks for, and which of its fields is the request id, 0 for none. */
    private record Known(String name, int requestIdField) {}

    static {
        known(2, "market depth", 10, 11);
        known(0, "news bulletins", 12, 13);
        known(0, "financial advisors", 18, 19);
        known(2, "exercise of options", 21);
        known(1, "scanner subscription", 22);
        known(2, "scanner subscription", 23);
        known(0, "scanner parameters", 24);
        known(2, "fundamental data", 52, 53);
        known(2, "option calculation", 54, 55, 56, 57);
        known(0, "verification", 65, 66, 72, 73);
        known(2, "display groups", 67, 68, 69, 70);
        known(1, "option chain", 78);
        known(1, "soft dollar tiers", 79);
        known(0, "family codes", 80);
        known(0, "market depth exchanges", 82);
        known(1, "smart components", 83);
        known(1, "news", 84, 86);
        known(0, "news providers", 85);
        known(1, "histogram", 88, 89);
        known(1, "historical ticks", 96);
        known(1, "corporate events", 100, 101, 102, 103);
        known(1, "user information", 104);
    }

    private UnservedRequests() {}

    private static void known(int requestIdField, String name, int... messageIds) {
        for (int id : messageIds) {
            KNOWN.put(id, new Known(name, requestIdField));
        }
    }

    /** Tells a session that a message of this id is not served. */
    static void answer(int messageId, ByteBuffer payload, SessionOutput out) {
        Known known = KNOWN.getOrDefault(messageId, new Known("message id " + messageId, 0));
        out.error(
                requestId(known, payload),
                321,
                "Error validating request.-'bW' : cause - "
                        + known.name()
                        + " is not served by this simulator.");
    }

    private static int requestId(Known known, ByteBuffer payload) {
        String[] fields =
                StandardCharsets.UTF_8
                        .decode(payload.duplicate())
                        .toString()
                        .split("\0", MOST_FIELDS);
        if (known.requestIdField() == 0 || fields.length <= known.requestIdField()) {
            return NO_REQUEST;
        }
        try {
            return Integer.parseInt(fields[known.requestIdField()]);
        } catch (NumberFormatException e) {
            return NO_REQUEST;
        }
    }
}
