package dev.monger.tws.codec;

import dev.monger.tws.message.Decimals;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the fields of one message into a frame with its length before it. */
final class FieldWriter implements Fields {

    private static final int LENGTH_BYTES = 4;
    private static final int LONGEST_NUMBER = 20;

    private final int serverVersion;
    private byte[] bytes = new byte[512];
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
        reserve(value.length() + 1);
        int start = at;
        for (int index = 0; index < value.length(); index++) {
            char character = value.charAt(index);
            if (character == 0) {
                refuse(name, "a text without NUL, which would end the field");
            }
            if (character > 0x7f) {
                at = start;
                return textBeyondAscii(name, value);
            }
            bytes[at++] = (byte) character;
        }
        bytes[at++] = 0;
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
        bytes[at++] = 0;
        return value;
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
            at = Decimals.write(value, form.withPoint(), bytes, at);
            bytes[at++] = 0;
        }
        return value;
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
        if (at + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + more));
        }
    }
}
