package dev.monger.tws.codec;

/** Characters beyond ASCII in texts of TWS: a backslash, u and four hexadecimal digits. */
final class Escapes {

    /** The server version that began it. */
    static final int SINCE = 153;

    private static final int LENGTH = 6;
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final String HEX = "0123456789abcdef";

    private Escapes() {}

    /** Writes characters beyond ASCII as escapes. */
    static String add(String text) {
        if (text.chars().allMatch(character -> character < FIRST_BEYOND_ASCII)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + LENGTH);
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character < FIRST_BEYOND_ASCII) {
                escaped.append(character);
            } else {
                escaped.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    escaped.append(HEX.charAt(character >> shift & 0xf));
                }
            }
        }
        return escaped.toString();
    }

    /**
     * Reads escapes of characters beyond ASCII; others are left, since JSON needs its own escapes
     * of quotes and control characters.
     */
    static String remove(String text) {
        int next = text.indexOf("\\u");
        if (next < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int copied = 0;
        while (next >= 0) {
            int code = codeAt(text, next);
            if (code >= FIRST_BEYOND_ASCII) {
                plain.append(text, copied, next).append((char) code);
                copied = next + LENGTH;
                next = text.indexOf("\\u", copied);
            } else {
                next = text.indexOf("\\u", next + 2);
            }
        }
        return plain.append(text, copied, text.length()).toString();
    }

    private static int codeAt(String text, int backslash) {
        if (backslash + LENGTH > text.length()) {
            return -1;
        }
        int code = 0;
        for (int index = backslash + 2; index < backslash + LENGTH; index++) {
            char character = text.charAt(index);
            int digit = character < FIRST_BEYOND_ASCII ? Character.digit(character, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
