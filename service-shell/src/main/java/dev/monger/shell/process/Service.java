package dev.monger.shell.process;

import dev.monger.shell.ServiceShell;
import dev.monger.shell.environment.ServiceEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** What a service tells its process about itself; each service has one bean of this kind. */
public interface Service {

    /** Names the part of the stack, as in {@code monger-SPY}. */
    String part();

    /** What the process was told; it has been checked by {@link ServiceMain}. */
    ServiceEnvironment environment();

    /** The service's own state folder. */
    Path folder();

    /** Starts the engine in its shell. */
    ServiceShell.Start start() throws IOException;

    /** Whether it can do its work now; told at {@code /q/health/ready}. */
    default boolean isReady(ServiceShell shell) {
        return shell.isReady();
    }

    /** Begins the orderly end that SIGTERM asks for. Does not wait for it. */
    default void beginEnd(ServiceShell shell) throws InterruptedException {
        shell.end(0, "asked to end");
    }

    /** How long the orderly end may take before the process ends all the same. */
    default Duration patience() {
        return Duration.ofSeconds(15);
    }
}
