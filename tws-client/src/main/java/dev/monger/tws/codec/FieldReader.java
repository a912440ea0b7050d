package dev.monger.tws.codec;

import dev.monger.tws.message.Decimals;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads fields straight from the bytes of one frame.
 *
 * <p>The first field that is wrong is remembered; from then on every field reads as nothing, so
 * that a walk ends quickly and no exception is needed.
 */
final class FieldReader implements Fields {

    private static final long UNSET_QUANTITY = Decimals.ofWhole(Integer.MAX_VALUE);
    private static final String LARGEST_LONG = Long.toString(Long.MAX_VALUE);

    private final int serverVersion;
    private ByteBuffer bytes = ByteBuffer.allocate(0);
    private int frameStart;
    private int at;
    private int end;
    private int fieldStart;
    private String refusedField = "";
    private String refusedReason = "";
    private int refusedOffset;
    private boolean refused;

    FieldReader(int serverVersion) {
        this.serverVersion = serverVersion;
    }

    /** Begins with the bytes between position and limit. */
    void begin(ByteBuffer payload) {
        bytes = payload;
        frameStart = payload.position();
        at = frameStart;
        end = payload.limit();
        refused = false;
    }

    @Override
    public boolean since(int version) {
        return serverVersion >= version;
    }

    @Override
    public void refuse(String name, String reason) {
        if (!refused) {
            refused = true;
            refusedField = name;
            refusedReason = reason;
            refusedOffset = fieldStart - frameStart;
        }
    }

    @Override
    public boolean isRefused() {
        return refused;
    }

    String refusedField() {
        return refusedField;
    }

    String refusedReason() {
        return refusedReason;
    }

    int refusedOffset() {
        return refusedOffset;
    }

    /** Moves over one field and returns where it ends, or −1 when there is none. */
    private int next(String name) {
        if (refused) {
            return -1;
        }
        fieldStart = at;
        if (at >= end) {
            refuse(name, "missing, the message ends before it");
            return -1;
        }
        for (int index = at; index < end; index++) {
            if (bytes.get(index) == 0) {
                at = index + 1;
                return index;
            }
        }
        refuse(name, "cut off, no NUL ends it");
        return -1;
    }

    @Override
    public String text(String name, String value) {
        int to = next(name);
        return to <= fieldStart ? "" : string(fieldStart, to);
    }

    private String string(int from, int to) {
        byte[] copy = new byte[to - from];
        bytes.get(from, copy);
        return new String(copy, StandardCharsets.UTF_8);
    }

    @Override
    public String escapedText(String name, String value) {
        String text = text(name, value);
        return since(Escapes.SINCE) ? Escapes.remove(text) : text;
    }

    @Override
    public int integer(String name, int value) {
        long number = number(name, value);
        if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
            refuse(name, "beyond 32 bits: " + number);
            return 0;
        }
        return (int) number;
    }

    @Override
    public int integer(String name, int value, Unset unset) {
        int start = at;
        int read = integer(name, value);
        boolean empty = !refused && at == start + 1;
        return switch (unset) {
            case EMPTY, LARGEST, WRITTEN_ZERO -> empty ? Integer.MAX_VALUE : read;
            case ZERO -> empty || read == 0 ? Integer.MAX_VALUE : read;
            case ZERO_AS_EMPTY -> read;
        };
    }

    @Override
    public long number(String name, long value) {
        int to = next(name);
        if (to <= fieldStart) {
            return 0;
        }
        boolean negative = bytes.get(fieldStart) == '-';
        int index = negative ? fieldStart + 1 : fieldStart;
        // Built below zero, where the range is one wider.
        long result = 0;
        boolean whole = index < to;
        for (; whole && index < to; index++) {
            int digit = bytes.get(index) - '0';
            whole = digit >= 0 && digit <= 9 && result >= (Long.MIN_VALUE + digit) / 10;
            result = result * 10 - digit;
        }
        if (!whole || (!negative && result == Long.MIN_VALUE)) {
            refuse(name, "no whole number: " + shown(to));
            return 0;
        }
        return negative ? result : -result;
    }

    @Override
    public boolean flag(String name, boolean value) {
        int to = next(name);
        if (to <= fieldStart) {
            return false;
        }
        byte first = bytes.get(fieldStart);
        if (to != fieldStart + 1 || (first != '0' && first != '1')) {
            refuse(name, "neither 1, 0 nor empty: " + shown(to));
        }
        return first == '1';
    }

    @Override
    public long decimal(String name, long value, DecimalForm form) {
        int to = next(name);
        if (to < 0) {
            return 0;
        }
        if (to == fieldStart) {
            return form.emptyValue();
        }
        long read = Decimals.parse(bytes, fieldStart, to);
        if (form == DecimalForm.QUANTITY && isLargestValue(read, to)) {
            return Decimals.UNSET;
        }
        if (read == Decimals.MALFORMED
                || (read == Decimals.INFINITY && form != DecimalForm.OFFSET)) {
            refuse(name, "no decimal within +-92233720368: " + shown(to));
            return 0;
        }
        return form == DecimalForm.NONZERO && read == 0 ? Decimals.UNSET : read;
    }

    private boolean isLargestValue(long read, int to) {
        return read == UNSET_QUANTITY
                || (read == Decimals.MALFORMED && string(fieldStart, to).equals(LARGEST_LONG));
    }

    @Override
    public int count(String name, int size) {
        int count = integer(name, size);
        // Every item has at least one byte, so a larger count is a lie that would cost memory.
        if (count < 0 || count > end - at) {
            refuse(name, "no count that fits the rest of the message: " + count);
            return 0;
        }
        return count;
    }

    @Override
    public void filler(String value) {
        next("filler");
    }

    private String shown(int to) {
        int shownEnd = Math.min(to, fieldStart + 40);
        return '"' + string(fieldStart, shownEnd) + (shownEnd < to ? "…" : "") + '"';
    }
}
