package dev.monger.tws.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The first bytes of each side, which are not laid out like the messages after them. */
public final class Handshake {

    private static final byte[] MARK = {'A', 'P', 'I', 0};
    private static final int LENGTH_BYTES = 4;
    private static final int LONGEST_HELLO = 1024;
    private static final int LONGEST_VERSION = 9;

    private Handshake() {}

    /** What a client began with. */
    public sealed interface ClientHello {

        /**
         * A client that speaks versions from min to max.
         *
         * @param options what follows the versions after a blank, usually empty
         */
        record Announced(int min, int max, String options) implements ClientHello {}

        /** Not all of it is there yet; nothing was taken from the buffer. */
        record Partial() implements ClientHello {}

        /** No client of this protocol; close the connection. */
        record Refused(String reason) implements ClientHello {}
    }

    /** What TWS answered. */
    public sealed interface ServerHello {

        /**
         * The version both speak.
         *
         * @param connectionTime date, time and zone as TWS wrote them; the zone may be unknown
         */
        record Agreed(int serverVersion, String connectionTime) implements ServerHello {}

        /** No answer of this protocol; close the connection. */
        record Refused(String reason) implements ServerHello {}
    }

    /** Returns the first bytes of a client: the mark, a length, and the versions it speaks. */
    public static byte[] clientHello(int min, int max, String options) {
        String versions = min == max ? "v" + min : "v" + min + ".." + max;
        String text = options.isEmpty() ? versions : versions + " " + options;
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(MARK.length + LENGTH_BYTES + bytes.length)
                .put(MARK)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }

    /** Reads the first bytes of a client; moves the buffer's position only behind a whole hello. */
    public static ClientHello readClientHello(ByteBuffer bytes) {
        int start = bytes.position();
        for (int index = 0; index < Math.min(MARK.length, bytes.remaining()); index++) {
            if (bytes.get(start + index) != MARK[index]) {
                return new ClientHello.Refused(
                        "the first bytes are not \"API\" and NUL: an older protocol or another");
            }
        }
        if (bytes.remaining() < MARK.length + LENGTH_BYTES) {
            return new ClientHello.Partial();
        }
        long length = Integer.toUnsignedLong(bytes.getInt(start + MARK.length));
        if (length > LONGEST_HELLO) {
            return new ClientHello.Refused("a version text of " + length + " bytes");
        }
        int end = MARK.length + LENGTH_BYTES + (int) length;
        if (bytes.remaining() < end) {
            return new ClientHello.Partial();
        }
        byte[] text = new byte[(int) length];
        bytes.get(start + MARK.length + LENGTH_BYTES, text);
        bytes.position(start + end);
        return parseVersions(new String(text, StandardCharsets.US_ASCII));
    }

    private static ClientHello parseVersions(String text) {
        int blank = text.indexOf(' ');
        String versions = blank < 0 ? text : text.substring(0, blank);
        String options = blank < 0 ? "" : text.substring(blank + 1);
        String numbers = versions.startsWith("v") ? versions.substring(1) : "";
        int dots = numbers.indexOf("..");
        int min = parseVersion(dots < 0 ? numbers : numbers.substring(0, dots));
        int max = dots < 0 ? min : parseVersion(numbers.substring(dots + 2));
        if (min < 0 || max < min) {
            return new ClientHello.Refused("no version text like v176..200: \"" + text + "\"");
        }
        return new ClientHello.Announced(min, max, options);
    }

    /** Returns the number, or −1 when the text is none. */
    private static int parseVersion(String text) {
        boolean digits =
                !text.isEmpty()
                        && text.length() <= LONGEST_VERSION
                        && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return digits ? Integer.parseInt(text) : -1;
    }

    /** Returns the frame with which TWS answers. */
    public static byte[] serverHello(int serverVersion, String connectionTime) {
        FieldWriter writer = new FieldWriter(serverVersion);
        writer.begin();
        writer.integer("serverVersion", serverVersion);
        writer.text("connectionTime", connectionTime);
        return writer.frame();
    }

    /** Reads the payload of the first frame of TWS. */
    public static ServerHello readServerHello(ByteBuffer payload) {
        FieldReader reader = new FieldReader(0);
        reader.begin(payload);
        int version = reader.integer("serverVersion", 0);
        String time = reader.text("connectionTime", "");
        if (reader.isRefused()) {
            return new ServerHello.Refused(
                    "the first frame is no server version and time: "
                            + reader.refusedField()
                            + " "
                            + reader.refusedReason());
        }
        return new ServerHello.Agreed(version, time);
    }
}
