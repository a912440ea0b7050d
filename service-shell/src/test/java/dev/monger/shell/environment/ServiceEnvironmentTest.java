package dev.monger.shell.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceEnvironmentTest {

    private static Map<String, String> good() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("PATH", "/usr/bin");
        environment.put("MONGER_KAFKA", "127.0.0.1:39092");
        environment.put("MONGER_REGISTRY", "http://127.0.0.1:38081");
        environment.put("MONGER_TWS_HOST", "127.0.0.1");
        environment.put("MONGER_TWS_PORT", "7497");
        environment.put("MONGER_ACCOUNT", "DU1000001");
        environment.put("MONGER_STATE_DIR", "/var/lib/monger");
        return environment;
    }

    private static List<String> problemsOf(Map<String, String> environment) {
        EnvironmentReader reader = new EnvironmentReader(environment);
        ServiceEnvironment.from(reader);
        return reader.problems().stream().map(EnvironmentProblem::line).toList();
    }

    @Test
    void shouldNeedOnlyWhereTheOtherSidesAre() {
        // Given
        EnvironmentReader reader = new EnvironmentReader(good());

        // When
        ServiceEnvironment read = ServiceEnvironment.from(reader);

        // Then
        assertThat(reader.problems()).isEmpty();
        assertThat(read.clock().isReal()).isTrue();
        assertThat(read.live()).isFalse();
        assertThat(read.simulated()).isFalse();
        assertThat(read.httpPort()).isZero();
        assertThat(read.tokenFile()).isEqualTo(Path.of("/var/lib/monger/token"));
    }

    @Test
    void shouldReadEveryVariable() {
        // Given
        Map<String, String> environment = good();
        environment.put("MONGER_LIVE", "true");
        environment.put("MONGER_ACCOUNT", "U1000001");
        environment.put("MONGER_SIMULATED", "true");
        environment.put("MONGER_CLOCK", "1,2,60");
        environment.put("MONGER_HTTP_PORT", "38080");
        environment.put("MONGER_TOKEN_FILE", "/run/token");

        // When
        EnvironmentReader reader = new EnvironmentReader(environment);
        ServiceEnvironment read = ServiceEnvironment.from(reader);

        // Then
        assertThat(reader.problems()).isEmpty();
        assertThat(read.kafka()).isEqualTo("127.0.0.1:39092");
        assertThat(read.registry()).isEqualTo("http://127.0.0.1:38081");
        assertThat(read.tws()).isEqualTo(new ServiceEnvironment.Tws("127.0.0.1", 7497));
        assertThat(read.account()).isEqualTo("U1000001");
        assertThat(read.live()).isTrue();
        assertThat(read.simulated()).isTrue();
        assertThat(read.stateFolder()).isEqualTo(Path.of("/var/lib/monger"));
        assertThat(read.clock().isReal()).isFalse();
        assertThat(read.httpPort()).isEqualTo(38_080);
        assertThat(read.tokenFile()).isEqualTo(Path.of("/run/token"));
    }

    @ParameterizedTest
    @CsvSource({
        "MONGER_KAFKA,broker,host:port",
        "MONGER_REGISTRY,127.0.0.1:38081,base URL",
        "MONGER_TWS_HOST,not a host,host where TWS listens",
        "MONGER_TWS_PORT,70000,from 1 to 65535",
        "MONGER_TWS_PORT,TWS,from 1 to 65535",
        "MONGER_ACCOUNT,'DU1,DU2',one account",
        "MONGER_ACCOUNT,U1000001,MONGER_LIVE=true",
        "MONGER_LIVE,yes,true or false",
        "MONGER_SIMULATED,1,true or false",
        "MONGER_STATE_DIR,state,absolute path",
        "MONGER_TOKEN_FILE,token,absolute path",
        "MONGER_CLOCK,'1,2,60',MONGER_SIMULATED=true",
        "MONGER_CLOCK,'1,2',originWallEpochNanos",
        "MONGER_HTTP_PORT,-1,from 0 to 65535",
        "MONGER_TWSPORT,7497,did you mean MONGER_TWS_PORT?"
    })
    void shouldRefuseWithTheRemedy(String name, String value, String remedy) {
        // Given
        Map<String, String> environment = good();
        environment.put(name, value);

        // When
        List<String> problems = problemsOf(environment);

        // Then
        assertThat(problems)
                .singleElement()
                .satisfies(line ->
                        assertThat(line)
                                .startsWith(name + " is \"" + value + "\": ")
                                .contains(remedy));
    }

    @ParameterizedTest
    @CsvSource({
        "MONGER_KAFKA",
        "MONGER_REGISTRY",
        "MONGER_TWS_HOST",
        "MONGER_TWS_PORT",
        "MONGER_ACCOUNT",
        "MONGER_STATE_DIR"
    })
    void shouldMiss(String name) {
        // Given
        Map<String, String> environment = good();
        environment.remove(name);

        // When
        List<String> problems = problemsOf(environment);

        // Then
        assertThat(problems)
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith(name + " is not set: "));
    }

    @Test
    void shouldTellAllProblemsTogether() {
        assertThat(problemsOf(Map.of("MONGER_LIVE", "perhaps", "MONGER_KAFKE", "x"))).hasSize(8);
    }
}
