package dev.monger.engine.avro;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** A JSON object of texts, its keys sorted: the canonical text of an assignment. */
public final class FlatJson {

    private final String text;
    private int at;

    private FlatJson(String text) {
        this.text = text;
    }

    /** Writes an object; equal maps give equal texts. */
    public static String write(SortedMap<String, String> fields) {
        StringBuilder json = new StringBuilder("{");
        fields.forEach((key, value) -> {
            json.append(json.length() == 1 ? "" : ",");
            quote(json, key);
            json.append(':');
            quote(json, value);
        });
        return json.append('}').toString();
    }

    private static void quote(StringBuilder json, String value) {
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    /**
     * Reads an object of texts.
     *
     * @throws IllegalArgumentException when it is something else; the message says where
     */
    public static SortedMap<String, String> read(String json) {
        return new FlatJson(json).object();
    }

    private SortedMap<String, String> object() {
        SortedMap<String, String> fields = new TreeMap<>();
        expect('{');
        if (peek() != '}') {
            do {
                String key = string();
                expect(':');
                fields.put(key, string());
            } while (skip(','));
        }
        expect('}');
        return fields;
    }

    private String string() {
        expect('"');
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            value.append(c == '\\' ? escaped() : c);
        }
        expect('"');
        return value.toString();
    }

    private char escaped() {
        if (at >= text.length()) {
            throw refused("an escaped character");
        }
        char c = text.charAt(at++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'u' -> hexadecimal();
            default -> throw refused("an escape of JSON");
        };
    }

    private char hexadecimal() {
        if (at + 4 > text.length()) {
            throw refused("four hexadecimal digits");
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean skip(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char wanted) {
        if (!skip(wanted)) {
            throw refused("'" + wanted + "'");
        }
    }

    private IllegalArgumentException refused(String wanted) {
        return new IllegalArgumentException(
                "Condition failed: " + wanted + " at character " + at + " of an object of texts");
    }
}
