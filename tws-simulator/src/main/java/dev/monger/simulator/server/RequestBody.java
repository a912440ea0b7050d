package dev.monger.simulator.server;

import dev.monger.tws.message.Decimals;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The fields of a request to the control API, read one by one; what is wrong is said by name. */
final class RequestBody {
    private final Map<String, String> fields;

    RequestBody(Map<String, String> fields) {
        this.fields = fields;
    }

    Map<String, String> fields() {
        return fields;
    }

    /** Refuses every field but these. */
    void only(String... names) throws BadInput {
        for (String key : fields.keySet()) {
            if (!List.of(names).contains(key)) {
                throw new BadInput(
                        key
                                + ": no such field; right would be "
                                + (names.length == 0
                                        ? "no field at all"
                                        : "some of " + String.join(", ", names)));
            }
        }
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    String required(String name) throws BadInput {
        String value = fields.get(name);
        if (value == null || value.isBlank()) {
            throw new BadInput(name + ": is missing");
        }
        return value;
    }

    String text(String name, String usual) {
        return fields.getOrDefault(name, usual);
    }

    /** One of some words, in capital letters. */
    String word(String name, String usual, List<String> words) throws BadInput {
        String value = fields.getOrDefault(name, usual).toUpperCase(Locale.ROOT);
        if (!words.contains(value)) {
            throw new BadInput(
                    name
                            + ": expected one of "
                            + String.join(", ", words)
                            + ", was '"
                            + fields.getOrDefault(name, "")
                            + "'");
        }
        return value;
    }

    boolean flag(String name, boolean usual) throws BadInput {
        String value = fields.get(name);
        if (value == null) {
            return usual;
        }
        if (!value.equals("true") && !value.equals("false")) {
            throw new BadInput(name + ": expected true or false, was '" + value + "'");
        }
        return value.equals("true");
    }

    long whole(String name, long usual) throws BadInput {
        return has(name) ? whole(name, required(name)) : usual;
    }

    static long whole(String name, String text) throws BadInput {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BadInput(name + ": expected a whole number, was '" + text + "'");
        }
    }

    /** A number with a fraction, in units of 1e-8. */
    long decimalE8(String name, long usualE8) throws BadInput {
        if (!has(name)) {
            return usualE8;
        }
        String text = required(name);
        try {
            return Decimals.of(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput(name + ": expected a number like 150.25, was '" + text + "'");
        }
    }
}
