package dev.monger.manager;

import dev.monger.core.model.Assignment;
import dev.monger.manager.assignments.AssignmentsFile;
import dev.monger.shell.environment.EnvironmentReader;
import dev.monger.shell.environment.ServiceEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the manager is told by its environment and its file of assignments.
 *
 * @param service what every service is told
 * @param assignments what is to run
 * @param mongerCommand what runs a monger
 * @param mongerEnvironment what every monger is told by its own environment
 */
record ManagerEnvironment(
        ServiceEnvironment service,
        List<Assignment> assignments,
        List<String> mongerCommand,
        Map<String, String> mongerEnvironment) {

    private static final String ASSIGNMENTS = "MONGER_ASSIGNMENTS";
    private static final String MONGER_APP = "MONGER_MONGER_APP";
    private static final String JAVA = "MONGER_JAVA";
    private static final String OPTIONS = "MONGER_MONGER_OPTIONS";

    /** Those that a monger is told as the manager is. */
    private static final List<String> SHARED =
            List.of(
                    "MONGER_KAFKA",
                    "MONGER_REGISTRY",
                    "MONGER_TWS_HOST",
                    "MONGER_TWS_PORT",
                    "MONGER_ACCOUNT",
                    "MONGER_LIVE",
                    "MONGER_SIMULATED",
                    "MONGER_STATE_DIR",
                    "MONGER_TOKEN_FILE",
                    "MONGER_CLOCK");

    ManagerEnvironment {
        assignments = List.copyOf(assignments);
        mongerCommand = List.copyOf(mongerCommand);
        mongerEnvironment = Map.copyOf(mongerEnvironment);
    }

    /** Reads it; the reader keeps everything that is wrong, with the file of assignments too. */
    static ManagerEnvironment from(EnvironmentReader reader) {
        ServiceEnvironment service = ServiceEnvironment.from(reader);
        Map<String, String> shared = new TreeMap<>();
        for (String name : SHARED) {
            reader.text(name).ifPresent(value -> shared.put(name, value));
        }
        return new ManagerEnvironment(
                service, assignments(reader, service.account()), command(reader), shared);
    }

    private static List<Assignment> assignments(EnvironmentReader reader, String account) {
        Path file = reader.requiredPath(ASSIGNMENTS);
        if (reader.text(ASSIGNMENTS).isEmpty() || account.isEmpty()) {
            return List.of();
        }
        return switch (AssignmentsFile.read(file, account)) {
            case AssignmentsFile.Outcome.Read read -> read.assignments();
            case AssignmentsFile.Outcome.Refused refused -> {
                refused.problems().forEach(problem -> reader.refuse(ASSIGNMENTS, problem));
                yield List.of();
            }
        };
    }

    private static List<String> command(EnvironmentReader reader) {
        List<String> command = new ArrayList<>();
        Path java = reader.requiredPath(JAVA);
        if (reader.text(JAVA).isPresent() && !Files.isExecutable(java)) {
            reader.refuse(JAVA, "give the path of a java that can be run");
        }
        command.add(java.toString());
        reader.text(OPTIONS)
                .ifPresent(options -> command.addAll(Arrays.asList(options.split("\\s+", -1))));
        Path app = reader.requiredPath(MONGER_APP);
        if (reader.text(MONGER_APP).isPresent() && !Files.isReadable(app)) {
            reader.refuse(
                    MONGER_APP,
                    "there is no such file; give the jar that runs a monger, once built");
        }
        command.add("-jar");
        command.add(app.toString());
        return command;
    }
}
