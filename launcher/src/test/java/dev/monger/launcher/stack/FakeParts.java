package dev.monger.launcher.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Small processes that behave as parts of a stack may. */
final class FakeParts {

    private FakeParts() {}

    static Child.Recipe script(String part, String script, Path folder) {
        return new Child.Recipe(part, List.of("sh", "-c", script), Map.of("WORD", "given"), folder);
    }

    /** Says it is ready and runs until it is told to end. */
    static Child.Recipe steady(String part, Path folder) {
        return script(part, "trap 'exit 0' TERM; echo ready; while :; do sleep 0.05; done", folder);
    }
}
