package dev.monger.tws.codec;

import dev.monger.tws.message.Decimals;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads fields straight from the bytes of one frame.
 *
 * <p>The usual texts and numbers are read by words of eight bytes; whatever those do not expect is
 * read again the long way. The first field that is wrong is remembered; from then on every field
 * reads as nothing, so that a walk ends quickly and no exception is needed.
 */
final class FieldReader implements Fields {

    /** Bytes that must stand behind a payload, or it is copied to where there are as many. */
    static final int ROOM_BEHIND = 2 * Words.BYTES;

    private static final long UNSET_QUANTITY = Decimals.ofWhole(Integer.MAX_VALUE);
    private static final String LARGEST_LONG = Long.toString(Long.MAX_VALUE);
    private static final int LARGEST_KEPT_COPY = 1 << 16;
    private static final int MISSING = -1;
    private static final String MISSING_TEXT = "missing, the message ends before it";
    private static final String CUT_OFF_TEXT = "cut off, no NUL ends it";

    /** By how much a number with so many places is multiplied to be one of units of 1e-8. */
    private static final long[] SCALES = {
        100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
    };

    private final int serverVersion;
    private final Texts texts;
    private byte[] copy = new byte[512];
    private byte[] bytes = copy;
    private int frameStart;
    private int at;
    private int end;
    private int fieldStart;
    private String refusedField = "";
    private String refusedReason = "";
    private int refusedOffset;
    private boolean refused;

    FieldReader(int serverVersion) {
        this(serverVersion, new Texts());
    }

    FieldReader(int serverVersion, Texts texts) {
        this.serverVersion = serverVersion;
        this.texts = texts;
    }

    /** Begins with the bytes between position and limit. */
    void begin(ByteBuffer payload) {
        int length = payload.remaining();
        if (payload.hasArray()
                && payload.arrayOffset() + payload.limit()
                        <= payload.array().length - ROOM_BEHIND) {
            bytes = payload.array();
            frameStart = payload.arrayOffset() + payload.position();
        } else {
            bytes = copied(payload, length);
            frameStart = 0;
        }
        at = frameStart;
        end = frameStart + length;
        refused = false;
    }

    private byte[] copied(ByteBuffer payload, int length) {
        byte[] target = copy;
        if (length > target.length - ROOM_BEHIND) {
            target = new byte[length + ROOM_BEHIND];
            copy = length < LARGEST_KEPT_COPY ? target : copy;
        }
        payload.get(payload.position(), target, 0, length);
        return target;
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
            at = end;
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
        int from = at;
        int to = from;
        int bits = Words.BITS;
        while (bits == Words.BITS && to < end) {
            bits = Words.beforeNul(Words.at(bytes, to));
            to += bits >>> 3;
        }
        fieldStart = from;
        if (to >= end) {
            refuse(name, from >= end ? MISSING_TEXT : CUT_OFF_TEXT);
            return MISSING;
        }
        at = to + 1;
        return to;
    }

    @Override
    public String text(String name, String value) {
        int to = next(name);
        return to <= fieldStart ? "" : texts.text(bytes, fieldStart, to);
    }

    @Override
    public String escapedText(String name, String value) {
        String text = text(name, value);
        return since(Escapes.SINCE) ? Escapes.remove(text) : text;
    }

    @Override
    public int integer(String name, int value) {
        long number = number(name, value);
        if (number != (int) number) {
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
        int from = at;
        if (from < end) {
            long word = Words.at(bytes, from);
            int bits = Words.beforeNul(word);
            int to = from + (bits >>> 3);
            long digits = bits == 0 ? 0 : Words.digits(word, bits);
            if (bits < Words.BITS && to < end && Words.notDigits(digits) == 0) {
                fieldStart = from;
                at = to + 1;
                return Words.number(digits);
            }
        }
        return longNumber(name, next(name));
    }

    /** Nine to sixteen digits. */
    private long longNumber(String name, int to) {
        int length = to - fieldStart;
        if (length > Words.BYTES && length <= 2 * Words.BYTES) {
            int rest = (length - Words.BYTES) << 3;
            long high = Words.digits(Words.at(bytes, fieldStart), rest);
            long low = Words.digits(Words.at(bytes, to - Words.BYTES), Words.BITS);
            if (Words.notDigits(high) == 0 && Words.notDigits(low) == 0) {
                return Words.number(high) * SCALES[0] + Words.number(low);
            }
        }
        return rareNumber(name, to);
    }

    /** The long way: signs, numbers near the bounds, and what is no number. */
    private long rareNumber(String name, int to) {
        if (to <= fieldStart) {
            return 0;
        }
        boolean negative = bytes[fieldStart] == '-';
        int index = negative ? fieldStart + 1 : fieldStart;
        // Built below zero, where the range is one wider.
        long result = 0;
        boolean whole = index < to;
        for (; whole && index < to; index++) {
            int digit = bytes[index] - '0';
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
        int from = at;
        byte[] all = bytes;
        if (from < end - 1 && all[from + 1] == 0 && (all[from] == '0' || all[from] == '1')) {
            fieldStart = from;
            at = from + 2;
            return all[from] == '1';
        }
        int to = next(name);
        if (to > fieldStart) {
            refuse(name, "neither 1, 0 nor empty: " + shown(to));
        }
        return false;
    }

    @Override
    public long decimal(String name, long value, DecimalForm form) {
        int from = at;
        if (from < end) {
            long word = Words.at(bytes, from);
            int bits = Words.beforeNul(word);
            int to = from + (bits >>> 3);
            if (bits < Words.BITS && to < end) {
                fieldStart = from;
                at = to + 1;
                if (bits == 0) {
                    return form.emptyValue();
                }
                long digits = Words.digits(word, bits);
                int point = Words.beforePoint(digits);
                int places = 0;
                if (point < Words.BITS && bits > 8) {
                    digits = Words.withoutPoint(digits, point);
                    places = Words.places(point);
                }
                if (Words.notDigits(digits) == 0) {
                    long units = Words.number(digits) * SCALES[places];
                    return units == 0 && form == DecimalForm.NONZERO ? Decimals.UNSET : units;
                }
                return rareDecimal(name, to, form);
            }
        }
        return longDecimal(name, next(name), form);
    }

    /** Beyond seven characters: up to eight digits, the point, and up to eight digits again. */
    private long longDecimal(String name, int to, DecimalForm form) {
        int from = fieldStart;
        byte[] all = bytes;
        if (to > from) {
            int point = Words.beforePoint(Words.digits(Words.at(all, from), Words.BITS)) >>> 3;
            int behind = from + point + 1;
            int places = to - behind;
            if (point > 0 && point < Words.BYTES && places > 0 && places <= Words.BYTES) {
                long whole = Words.digits(Words.at(all, from), point << 3);
                long fraction = Words.digits(Words.at(all, behind), places << 3);
                if ((Words.notDigits(whole) | Words.notDigits(fraction)) == 0) {
                    long units =
                            Words.number(whole) * SCALES[0]
                                    + Words.number(fraction) * SCALES[places];
                    return units == 0 && form == DecimalForm.NONZERO ? Decimals.UNSET : units;
                }
            }
        }
        return rareDecimal(name, to, form);
    }

    /** The long way: signs, exponents, many digits and what is no decimal. */
    private long rareDecimal(String name, int to, DecimalForm form) {
        if (to <= fieldStart) {
            return to < 0 ? 0 : form.emptyValue();
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
                || (read == Decimals.MALFORMED && string(to).equals(LARGEST_LONG));
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

    private String string(int to) {
        return new String(bytes, fieldStart, to - fieldStart, StandardCharsets.UTF_8);
    }

    private String shown(int to) {
        int shownEnd = Math.min(to, fieldStart + 40);
        return '"' + string(shownEnd) + (shownEnd < to ? "…" : "") + '"';
    }
}
