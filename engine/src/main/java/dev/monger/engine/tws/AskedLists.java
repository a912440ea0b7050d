package dev.monger.engine.tws;

import dev.monger.tws.session.RequestKey;
import dev.monger.tws.session.RequestKind;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which lists were asked for and have no answer yet. Only the answer to the last question of a kind
 * speaks of all that was before it. Where questions carry no id, answers come in their order.
 */
public final class AskedLists {

    private final Map<RequestKind, Integer> outstanding = new EnumMap<>(RequestKind.class);
    private final Map<RequestKind, Integer> lastIds = new EnumMap<>(RequestKind.class);

    /** A list was asked for. */
    public void asked(RequestKey question) {
        outstanding.merge(question.kind(), 1, Integer::sum);
        lastIds.put(question.kind(), question.requestId());
    }

    /** An answer came, or none will come; tells whether it is that of the last question. */
    public boolean isLast(RequestKey question) {
        int left = outstanding.getOrDefault(question.kind(), 0) - 1;
        outstanding.put(question.kind(), Math.max(0, left));
        Integer lastId = lastIds.get(question.kind());
        return lastId != null
                && lastId == question.requestId()
                && (question.requestId() != 0 || left == 0);
    }

    /** The session is gone, and every question with it. */
    public void clear() {
        outstanding.clear();
        lastIds.clear();
    }
}
