package dev.monger.simulator.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads any JSON into maps, lists and texts, for tests that look into answers. */
final class JsonTree {
    private final String text;
    private int at;

    private JsonTree(String text) {
        this.text = text;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String text) {
        return (Map<String, Object>) new JsonTree(text).value();
    }

    /** What lies at the end of a path of keys. */
    @SuppressWarnings("unchecked")
    static <T> T at(Map<String, Object> tree, String... path) {
        Object found = tree;
        for (String key : path) {
            found = ((Map<String, Object>) found).get(key);
        }
        return (T) found;
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
