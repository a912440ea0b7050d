package dev.monger.tws.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads one line of JSON whose values are scalars or lists of scalars. */
final class FlatJson {

    private final String text;
    private final TreeMap<String, List<String>> values = new TreeMap<>();
    private int at = 1;

    FlatJson(String line) {
        text = line;
        while (text.charAt(at) != '}') {
            skip(" ,");
            String key = token();
            skip(" :");
            List<String> value = new ArrayList<>();
            if (text.charAt(at) == '[') {
                at++;
                skip(" ,");
                while (text.charAt(at) != ']') {
                    value.add(token());
                    skip(" ,");
                }
                at++;
            } else {
                value.add(token());
            }
            values.put(key, value);
        }
    }

    String scalar(String key) {
        return list(key).getFirst();
    }

    List<String> list(String key) {
        return values.getOrDefault(key, List.of());
    }

    private void skip(String characters) {
        while (characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private String token() {
        StringBuilder token = new StringBuilder();
        if (text.charAt(at) != '"') {
            while (" ,]}".indexOf(text.charAt(at)) < 0) {
                token.append(text.charAt(at++));
            }
            return token.toString();
        }
        for (at++; text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\') {
                at++;
                if (text.charAt(at) == 'u') {
                    token.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                    at += 4;
                    continue;
                }
            }
            token.append(text.charAt(at));
        }
        at++;
        return token.toString();
    }
}
