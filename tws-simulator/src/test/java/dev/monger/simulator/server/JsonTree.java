package dev.monger.simulator.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Any JSON, for tests that look into answers. */
final class JsonTree {
    private final Object value;

    private JsonTree(Object value) {
        this.value = value;
    }

    static JsonTree of(String text) {
        return new JsonTree(new Reader(text).value());
    }

    /** What lies at the end of a path of keys. */
    JsonTree at(String... path) {
        Object found = value;
        for (String key : path) {
            found = Objects.requireNonNull(((Map<?, ?>) found).get(key), key);
        }
        return new JsonTree(found);
    }

    List<JsonTree> items() {
        List<JsonTree> items = new ArrayList<>();
        ((List<?>) value).forEach(item -> items.add(new JsonTree(item)));
        return items;
    }

    List<String> texts() {
        return items().stream().map(JsonTree::text).toList();
    }

    List<String> keys() {
        return ((Map<?, ?>) value).keySet().stream().map(Object::toString).toList();
    }

    String text() {
        return value.toString();
    }

    /** Reads a text that is known to be JSON. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        private Object value() {
            skip();
            return switch (text.charAt(at)) {
                case '{' -> members();
                case '[' -> items();
                case '"' -> string();
                default -> word();
            };
        }

        private Map<String, Object> members() {
            Map<String, Object> members = new LinkedHashMap<>();
            at++;
            for (skip(); text.charAt(at) != '}'; skip()) {
                String key = string();
                skip();
                at++;
                members.put(key, value());
                comma();
            }
            at++;
            return members;
        }

        private List<Object> items() {
            List<Object> items = new ArrayList<>();
            at++;
            for (skip(); text.charAt(at) != ']'; skip()) {
                items.add(value());
                comma();
            }
            at++;
            return items;
        }

        private void comma() {
            skip();
            if (text.charAt(at) == ',') {
                at++;
            }
        }

        private String string() {
            StringBuilder out = new StringBuilder();
            at++;
            for (; text.charAt(at) != '"'; at++) {
                if (text.charAt(at) == '\\') {
                    at++;
                }
                out.append(text.charAt(at));
            }
            at++;
            return out.toString();
        }

        private String word() {
            int start = at;
            while (",]} \n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }

        private void skip() {
            while (Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}
