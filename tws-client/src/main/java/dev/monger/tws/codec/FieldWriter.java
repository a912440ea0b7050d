package dev.monger.tws.codec;

import dev.monger.tws.message.Decimals;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the fields of one message into a frame with its length before it. */
final class FieldWriter implements Fields {

    static final int LENGTH_BYTES = 4;
    private static final int LONGEST_NUMBER = 20;
    private static final int WORDS_BELOW = 100_000_000;

    /** Bytes are put by words, the last of which may reach beyond what counts. */
    private static final int ROOM_BEHIND = Words.BYTES;

    private final int serverVersion;
    private byte[] bytes = new byte[1024];
    private int at;

    FieldWriter(int serverVersion) {
        this.serverVersion = serverVersion;
    }

    void begin() {
        at = LENGTH_BYTES;
    }

    /** Returns the frame written since {@link #begin}. */
    byte[] frame() {
        int length = at - LENGTH_BYTES;
        if (length > FrameReader.MAX_PAYLOAD) {
            throw new IllegalArgumentException(
                    "Condition failed: a message of at most 16777215 bytes, not " + length);
        }
        bytes[0] = (byte) (length >>> 24);
        bytes[1] = (byte) (length >>> 16);
        bytes[2] = (byte) (length >>> 8);
        bytes[3] = (byte) length;
        return Arrays.copyOf(bytes, at);
    }

    @Override
    public boolean since(int version) {
        return serverVersion >= version;
    }

    @Override
    public void refuse(String name, String reason) {
        throw new IllegalArgumentException("Condition failed: " + name + ": " + reason);
    }

    @Override
    public boolean isRefused() {
        return false;
    }

    @Override
    public String text(String name, String value) {
        int length = value.length();
        reserve(length + 1);
        byte[] target = bytes;
        int start = at;
        int beyondAscii = 0;
        for (int index = 0; index < length; index++) {
            int character = value.charAt(index);
            // Whatever is above 0x7f or, being 0, below 1.
            beyondAscii |= (character - 1) | character;
            target[start + index] = (byte) character;
        }
        if ((beyondAscii & ~0x7f) != 0) {
            return textBeyondAscii(name, value);
        }
        target[start + length] = 0;
        at = start + length + 1;
        return value;
    }

    private String textBeyondAscii(String name, String value) {
        if (value.indexOf(0) >= 0) {
            refuse(name, "a text without NUL, which would end the field");
        }
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        reserve(encoded.length + 1);
        System.arraycopy(encoded, 0, bytes, at, encoded.length);
        at += encoded.length;
        bytes[at++] = 0;
        return value;
    }

    @Override
    public String escapedText(String name, String value) {
        text(name, since(Escapes.SINCE) ? Escapes.add(value) : value);
        return value;
    }

    @Override
    public int integer(String name, int value) {
        number(name, value);
        return value;
    }

    @Override
    public int integer(String name, int value, Unset unset) {
        boolean missing = unset == Unset.ZERO_AS_EMPTY ? value == 0 : value == Integer.MAX_VALUE;
        if (!missing || unset == Unset.LARGEST) {
            return integer(name, value);
        }
        text(
                name,
                switch (unset) {
                    case EMPTY, ZERO_AS_EMPTY, LARGEST -> "";
                    case ZERO, WRITTEN_ZERO -> "0";
                });
        return value;
    }

    @Override
    public long number(String name, long value) {
        reserve(LONGEST_NUMBER + 1);
        if (value >= 0 && value < WORDS_BELOW) {
            at = small((int) value, at);
        } else {
            large(value);
        }
        bytes[at++] = 0;
        return value;
    }

    private int small(int value, int from) {
        long digits = Words.digitsOf(value);
        Words.put(bytes, from, Words.characters(digits));
        return from + Words.length(digits);
    }

    private void large(long value) {
        int digits = value < 0 ? 2 : 1;
        for (long rest = value / 10; rest != 0; rest /= 10) {
            digits++;
        }
        long rest = value;
        for (int index = at + digits - 1; index >= at + (value < 0 ? 1 : 0); index--) {
            bytes[index] = (byte) ('0' + Math.abs(rest % 10));
            rest /= 10;
        }
        if (value < 0) {
            bytes[at] = '-';
        }
        at += digits;
    }

    @Override
    public boolean flag(String name, boolean value) {
        reserve(2);
        bytes[at++] = (byte) (value ? '1' : '0');
        bytes[at++] = 0;
        return value;
    }

    @Override
    public long decimal(String name, long value, DecimalForm form) {
        if (value == Decimals.UNSET) {
            text(name, form.unsetText());
        } else if (value == Decimals.INFINITY) {
            text(name, "Infinity");
        } else if (value == 0 && form == DecimalForm.ZERO_AS_EMPTY) {
            text(name, "");
        } else {
            reserve(Decimals.MAX_TEXT_LENGTH + 1);
            long whole = value / Decimals.ONE;
            if (value >= 0 && whole < WORDS_BELOW) {
                at = small((int) whole, at);
                fraction((int) (value - whole * Decimals.ONE), form.withPoint());
            } else {
                at = Decimals.write(value, form.withPoint(), bytes, at);
            }
            bytes[at++] = 0;
        }
        return value;
    }

    private void fraction(int units, boolean withPoint) {
        if (units != 0 || withPoint) {
            bytes[at] = '.';
            long digits = Words.digitsOf(units);
            Words.put(bytes, at + 1, Words.fraction(digits));
            at += 1 + Words.fractionLength(digits);
        }
    }

    /** Returns the bytes after making room behind the last one. */
    byte[] room(int more) {
        reserve(more);
        return bytes;
    }

    int position() {
        return at;
    }

    void goOn(int position) {
        at = position;
    }

    @Override
    public int count(String name, int size) {
        return integer(name, size);
    }

    @Override
    public void filler(String value) {
        text("filler", value);
    }

    private void reserve(int more) {
        int needed = at + more + ROOM_BEHIND;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, needed));
        }
    }
}
