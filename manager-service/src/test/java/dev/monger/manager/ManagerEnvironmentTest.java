package dev.monger.manager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.shell.environment.EnvironmentProblem;
import dev.monger.shell.environment.EnvironmentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagerEnvironmentTest {

    private final Map<String, String> variables = new TreeMap<>();
    private @TempDir Path folder;

    @BeforeEach
    void setEverythingThatHasToBe() throws IOException {
        Path assignments = folder.resolve("assignments.yaml");
        Files.writeString(assignments, "assignments: [{ticker: SPY}, {ticker: IBM}]\n");
        Path app = Files.createFile(folder.resolve("monger.jar"));
        variables.put("PATH", "/usr/bin");
        variables.put("MONGER_KAFKA", "127.0.0.1:39092");
        variables.put("MONGER_REGISTRY", "http://127.0.0.1:38081");
        variables.put("MONGER_TWS_HOST", "127.0.0.1");
        variables.put("MONGER_TWS_PORT", "7497");
        variables.put("MONGER_ACCOUNT", "DU1000001");
        variables.put("MONGER_STATE_DIR", folder.resolve("state").toString());
        variables.put("MONGER_ASSIGNMENTS", assignments.toString());
        variables.put("MONGER_JAVA", System.getProperty("java.home") + "/bin/java");
        variables.put("MONGER_MONGER_APP", app.toString());
    }

    private List<String> problems() {
        EnvironmentReader reader = new EnvironmentReader(variables);
        ManagerEnvironment.from(reader);
        return reader.problems().stream().map(EnvironmentProblem::line).toList();
    }

    @Test
    void shouldNeedNoOptionsForMongers() {
        // When
        ManagerEnvironment read = ManagerEnvironment.from(new EnvironmentReader(variables));

        // Then
        assertThat(problems()).isEmpty();
        assertThat(read.mongerCommand())
                .containsExactly(
                        variables.get("MONGER_JAVA"), "-jar", variables.get("MONGER_MONGER_APP"));
        assertThat(read.assignments())
                .extracting(assignment -> assignment.ticker().value())
                .containsExactly("SPY", "IBM");
    }

    @Test
    void shouldTellMongersWhatTheyShareAndNothingElse() {
        // Given
        variables.put("MONGER_MONGER_OPTIONS", " -Xmx96m  -XX:+UseSerialGC ");
        variables.put("MONGER_SIMULATED", "true");
        variables.put("MONGER_CLOCK", "1,2,60");
        variables.put("MONGER_LIVE", "true");
        variables.put("MONGER_TOKEN_FILE", "/run/token");
        variables.put("MONGER_HTTP_PORT", "38080");
        variables.put("MONGER_DAILY_LOSS_LIMIT", "5000");

        // When
        ManagerEnvironment read = ManagerEnvironment.from(new EnvironmentReader(variables));

        // Then
        assertThat(problems()).isEmpty();
        assertThat(read.mongerCommand()).contains("-Xmx96m", "-XX:+UseSerialGC").hasSize(5);
        assertThat(new TreeMap<>(read.mongerEnvironment()).keySet())
                .containsExactly(
                        "MONGER_ACCOUNT",
                        "MONGER_CLOCK",
                        "MONGER_KAFKA",
                        "MONGER_LIVE",
                        "MONGER_REGISTRY",
                        "MONGER_SIMULATED",
                        "MONGER_STATE_DIR",
                        "MONGER_TOKEN_FILE",
                        "MONGER_TWS_HOST",
                        "MONGER_TWS_PORT");
    }

    @Test
    void shouldTellAllProblemsOfEnvironmentAndFileTogether() throws IOException {
        // Given
        Path file = folder.resolve("assignments.yaml");
        Files.writeString(file, "assignments: [{ticker: SPY, sizing: {unit: 0}}, {ticker: SPY}]\n");
        variables.put("MONGER_JAVA", "/no/such/java");
        variables.remove("MONGER_MONGER_APP");
        variables.put("MONGER_TWS_PORT", "none");

        // When
        List<String> problems = problems();

        // Then
        assertThat(problems)
                .containsExactly(
                        "MONGER_TWS_PORT is \"none\": give a whole number from 1 to 65535",
                        "MONGER_ASSIGNMENTS is \""
                                + file
                                + "\": line 1, column 44: sizing.unit is \"0\"; right would be a"
                                + " number of shares above zero",
                        "MONGER_ASSIGNMENTS is \""
                                + file
                                + "\": line 1, column 58: ticker SPY is assigned twice, first in"
                                + " line 1; one of them has to go",
                        "MONGER_JAVA is \"/no/such/java\": give the path of a java that can be run",
                        "MONGER_MONGER_APP is not set: give an absolute path");
    }

    @Test
    void shouldRefuseAnApplicationThatIsNotBuilt() {
        // Given
        variables.put("MONGER_MONGER_APP", folder.resolve("absent.jar").toString());
        variables.put("MONGER_ASSIGNMENTS", "relative.yaml");

        // When
        List<String> problems = problems();

        // Then
        assertThat(problems).hasSize(3);
        assertThat(problems.getFirst()).contains("give an absolute path");
        assertThat(problems.get(1)).contains("cannot be read (NoSuchFileException)");
        assertThat(problems.getLast()).contains("there is no such file; give the jar");
    }
}
