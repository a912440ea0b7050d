package dev.monger.launcher.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Small processes that behave as parts of a stack may. */
final class FakeParts {

    /** Waits for an end that never comes, and leaves no file behind. */
    private static final String UNTIL_ENDED = "exec tail -f /dev/null";

    private FakeParts() {}

    static Child.Recipe script(String part, String script, Path folder) {
        return new Child.Recipe(part, List.of("sh", "-c", script), Map.of("WORD", "given"), folder);
    }

    /** Says it is ready and runs until it is told to end. */
    static Child.Recipe steady(String part, Path folder) {
        return script(part, "echo ready; " + UNTIL_ENDED, folder);
    }

    /** Says it is ready and can only be killed. */
    static Child.Recipe stubborn(String part, Path folder) {
        return script(part, "trap '' TERM; echo ready; " + UNTIL_ENDED, folder);
    }
}
