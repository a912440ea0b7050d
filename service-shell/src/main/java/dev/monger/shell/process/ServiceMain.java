package dev.monger.shell.process;

import dev.monger.shell.ServiceShell;
import dev.monger.shell.environment.EnvironmentProblem;
import dev.monger.shell.environment.EnvironmentReader;
import io.quarkus.runtime.Quarkus;
import java.util.function.Consumer;

/** The way into every service: first the environment, as a whole; then Quarkus. */
public final class ServiceMain {

    private ServiceMain() {}

    /**
     * Runs until the service ends; with wrong settings it ends at once, one line per problem.
     *
     * @param part that speaks
     * @param settings reads everything that this service needs of its environment
     */
    public static void run(String part, Consumer<EnvironmentReader> settings, String... arguments) {
        EnvironmentReader reader = new EnvironmentReader(System.getenv());
        settings.accept(reader);
        if (!reader.problems().isEmpty()) {
            for (EnvironmentProblem problem : reader.problems()) {
                System.err.println(part + ": " + problem.line());
            }
            System.exit(ServiceShell.EXIT_SETTINGS);
        }
        Quarkus.run(arguments);
    }
}
