package dev.monger.engine.tws;

import dev.monger.tws.session.RequestKind;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many lists of each kind were asked for and have no answer yet. Answers come in the order of
 * the questions, so only the last one speaks of all that was before the last question.
 */
public final class AskedLists {

    private final Map<RequestKind, Integer> outstanding = new EnumMap<>(RequestKind.class);

    /** A list was asked for. */
    public void asked(RequestKind kind) {
        outstanding.merge(kind, 1, Integer::sum);
    }

    /** An answer came, or none will come; tells whether it is that of the last question. */
    public boolean isLast(RequestKind kind) {
        int left = outstanding.getOrDefault(kind, 0) - 1;
        outstanding.put(kind, Math.max(0, left));
        return left == 0;
    }

    /** The session is gone, and every question with it. */
    public void clear() {
        outstanding.clear();
    }
}
