package dev.monger.simulator.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the little JSON the control API needs; decimals are strings, so that they stay
 * exact.
 */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** Reads an object whose values are texts, numbers or booleans, all given back as text. */
    static Map<String, String> object(String text) throws BadInput {
        if (!(read(text) instanceof Map<?, ?> members)) {
            throw new BadInput("JSON: expected an object");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (!(member.getValue() instanceof String value)) {
                throw new BadInput(
                        "JSON: expected a text, a number, true or false for " + member.getKey());
            }
            values.put(String.valueOf(member.getKey()), value);
        }
        return values;
    }

    /** Reads any value: objects as maps, arrays as lists, everything else as text. */
    static Object read(String text) throws BadInput {
        Json json = new Json(text);
        Object value = json.value();
        json.skip();
        if (json.at != text.length()) {
            throw json.wrong("nothing after the value");
        }
        return value;
    }

    /** Writes maps, lists, texts, numbers and booleans. */
    static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value);
        return out.toString();
    }

    private static void write(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> {
                out.append('{');
                List<String> members = new ArrayList<>();
                map.forEach((key, member) ->
                        members.add(quoted(String.valueOf(key)) + ":" + write(member)));
                out.append(String.join(",", members)).append('}');
            }
            case List<?> list -> {
                out.append('[');
                out.append(String.join(",", list.stream().map(Json::write).toList()));
                out.append(']');
            }
            case Number number -> out.append(number);
            case Boolean bool -> out.append(bool);
            default -> out.append(quoted(value.toString()));
        }
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> {
                    if (c < ' ') {
                        out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    private Object value() throws BadInput {
        skip();
        return switch (peek()) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> string();
            default -> word();
        };
    }

    private Map<String, Object> members() throws BadInput {
        Map<String, Object> values = new LinkedHashMap<>();
        expect('{');
        skip();
        if (peek() == '}') {
            at++;
            return values;
        }
        while (true) {
            skip();
            String key = string();
            expect(':');
            values.put(key, value());
            skip();
            if (peek() == '}') {
                at++;
                return values;
            }
            expect(',');
        }
    }

    private List<Object> elements() throws BadInput {
        List<Object> values = new ArrayList<>();
        expect('[');
        skip();
        if (peek() == ']') {
            at++;
            return values;
        }
        while (true) {
            values.add(value());
            skip();
            if (peek() == ']') {
                at++;
                return values;
            }
            expect(',');
        }
    }

    private String string() throws BadInput {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escape = peek();
            at++;
            switch (escape) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case '"', '\\', '/' -> out.append(escape);
                case 'u' -> out.append(unicode());
                default -> throw wrong("one of the escapes \\n \\t \\\" \\\\ \\/ \\u0041");
            }
        }
        at++;
        return out.toString();
    }

    private char unicode() throws BadInput {
        if (at + 4 > text.length()) {
            throw wrong("four hexadecimal digits");
        }
        String digits = text.substring(at, at + 4);
        at += 4;
        try {
            return (char) Integer.parseInt(digits, 16);
        } catch (NumberFormatException e) {
            throw wrong("four hexadecimal digits");
        }
    }

    private String word() throws BadInput {
        int start = at;
        while (at < text.length() && ",}] \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.isEmpty()) {
            throw wrong("a text, a number, true or false");
        }
        return word;
    }

    private void expect(char wanted) throws BadInput {
        skip();
        if (peek() != wanted) {
            throw wrong("'" + wanted + "'");
        }
        at++;
    }

    private char peek() throws BadInput {
        if (at >= text.length()) {
            throw wrong("more text");
        }
        return text.charAt(at);
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private BadInput wrong(String expected) {
        return new BadInput("JSON: expected " + expected + " at character " + (at + 1));
    }
}
