package dev.monger.tws.session;

import dev.monger.tws.message.SessionMessage.ErrorMessage;
import java.util.List;
import java.util.function.Consumer;

/** One row of the list of error codes, and the story that shows what a session does about it. */
record ErrorCase(int code, String what, Consumer<ScriptedTws> story) {

    /** The same story for several codes, which it is told. */
    static List<ErrorCase> each(List<Integer> codes, String what, Story story) {
        return codes.stream()
                .map(code -> new ErrorCase(code, what, tws -> story.play(tws, code)))
                .toList();
    }

    /** A story that needs to know the code. */
    interface Story {
        void play(ScriptedTws tws, int code);
    }

    static ErrorMessage error(int id, int code) {
        return ErrorMessage.of(id, code, "text of " + code);
    }

    @Override
    public String toString() {
        return code + " " + what;
    }
}
