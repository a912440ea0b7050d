package dev.monger.tws.session;

import dev.monger.tws.message.ServerMessage;
import java.util.List;

/** What a request came to. Only the first two say what there is; the third says nothing at all. */
public sealed interface Answer {

    /** TWS listed these and then said that this is all. */
    record Listed(List<ServerMessage> messages) implements Answer {

        /** Keeps its own copy of the list. */
        public Listed {
            messages = List.copyOf(messages);
        }
    }

    /** TWS said that there are none. */
    record ListedEmpty() implements Answer {}

    /**
     * TWS did not say: the deadline passed, the connection went, or it told an error.
     *
     * @param code of the error, 0 when there was none
     */
    record Unknown(int code, String reason) implements Answer {}
}
