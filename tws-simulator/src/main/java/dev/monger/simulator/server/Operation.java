package dev.monger.simulator.server;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing the control API does.
 *
 * @param method GET or POST
 * @param path as /openapi.json writes it, with names in braces
 * @param handler what is done, on the loop thread
 */
record Operation(String method, String path, Handler handler) {

    /** Does what is asked and gives what is shown. */
    @FunctionalInterface
    interface Handler {
        Object answer(Call call) throws BadInput;
    }

    /**
     * What was asked.
     *
     * @param names what stands in the path for the names in braces
     * @param body the fields of the body
     */
    record Call(Map<String, String> names, RequestBody body) {
        String name(String name) {
            String value = names.get(name);
            if (value == null) {
                throw new IllegalStateException("Invariant: the path has the name " + name);
            }
            return value;
        }
    }

    static Operation get(String path, Handler handler) {
        return new Operation("GET", path, handler);
    }

    static Operation post(String path, Handler handler) {
        return new Operation("POST", path, handler);
    }

    /** What stands for the names in braces when a path is meant, else null. */
    @Nullable Map<String, String> names(String askedPath) {
        String[] own = path.split("/", -1);
        String[] asked = askedPath.split("/", -1);
        if (own.length != asked.length) {
            return null;
        }
        Map<String, String> names = new TreeMap<>();
        for (int i = 0; i < own.length; i++) {
            if (own[i].startsWith("{")) {
                names.put(own[i].substring(1, own[i].length() - 1), asked[i]);
            } else if (!own[i].equals(asked[i])) {
                return null;
            }
        }
        return names;
    }
}
