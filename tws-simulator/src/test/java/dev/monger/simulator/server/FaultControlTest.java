package dev.monger.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.fault.FaultKind;
import dev.monger.simulator.fault.FaultParameter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultControlTest {
    private SimulatorServer server;

    @BeforeAll
    void start() throws Exception {
        server =
                SimulatorServer.start(
                        "--always-open",
                        "--history",
                        "60",
                        "--symbols",
                        "IBM",
                        "--fault",
                        "M4:delayMillis=2000:times=3");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void shouldListEveryKindWithItsParameters() throws Exception {
        // When
        Map<String, Object> answer = JsonTree.object(SimulatorServerTest.get(server, "/faults"));

        // Then
        List<Map<String, Object>> kinds = JsonTree.at(answer, "kinds");
        assertThat(kinds)
                .extracting(kind -> kind.get("kind"))
                .containsExactlyElementsOf(
                        Stream.of(FaultKind.values()).<Object>map(Enum::name).toList());
        for (Map<String, Object> kind : kinds) {
            FaultKind meant = FaultKind.valueOf(kind.get("kind").toString());
            List<Map<String, Object>> parameters = JsonTree.at(kind, "parameters");
            assertThat(parameters)
                    .extracting(parameter -> parameter.get("name"))
                    .containsExactlyElementsOf(
                            meant.parameters().stream().<Object>map(FaultParameter::name).toList());
            assertThat(parameters)
                    .allSatisfy(parameter ->
                            assertThat(parameter).containsKeys("usual", "right", "sentence"));
        }
    }

    @Test
    void shouldSwitchFaultsOnAndOff() throws Exception {
        // When
        String on =
                SimulatorServerTest.post(
                        server,
                        "/faults",
                        "{\"kind\":\"M1\",\"copies\":3,\"perThousand\":\"250\"}");
        String off = SimulatorServerTest.post(server, "/faults/off", "{\"kind\":\"M1\"}");

        // Then
        assertThat(on)
                .contains("DUPLICATE_STATUS", "\"copies\":\"3\"", "\"perThousand\":\"250\"")
                .contains("\"strikes\":0");
        assertThat(off).doesNotContain("DUPLICATE_STATUS").contains("LATE_COMMISSION");
    }

    @Test
    void shouldDoDeedsAndLogInAgain() throws Exception {
        // When
        SimulatorServerTest.post(server, "/faults", "{\"kind\":\"TOKEN_EXPIRED\"}");
        SimulatorServerTest.post(server, "/faults", "{\"kind\":\"M20\",\"symbol\":\"IBM\"}");
        String expired = faultsOnce("\"loginExpired\":true");
        String executions = SimulatorServerTest.get(server, "/executions");
        String after = SimulatorServerTest.post(server, "/login", "");

        // Then
        assertThat(expired).contains("\"loginExpired\":true");
        assertThat(executions).contains("\"manual\":true");
        assertThat(after).contains("\"loginExpired\":false");
    }

    private String faultsOnce(String expected) throws IOException, InterruptedException {
        String faults = "";
        for (int i = 0; i < 1000 && !faults.contains(expected); i++) {
            faults = SimulatorServerTest.get(server, "/faults");
        }
        return faults;
    }

    @Test
    void shouldRefuseWhatItCannotSwitch() throws Exception {
        // When, Then
        assertThat(SimulatorServerTest.post(server, "/faults", "{}")).contains("kind: is missing");
        assertThat(SimulatorServerTest.post(server, "/faults", "{\"kind\":\"M99\"}"))
                .contains("no such fault 'M99'");
        assertThat(
                        SimulatorServerTest.post(
                                server, "/faults", "{\"kind\":\"M1\",\"copies\":9,\"delay\":1}"))
                .contains("copies: expected a whole number from 2 to 5 (messages), was '9'")
                .contains("delay: no parameter of DUPLICATE_STATUS; right would be some of copies");
        assertThat(
                        SimulatorServerTest.post(
                                server, "/faults", "{\"kind\":\"M20\",\"symbol\":\"NOPE\"}"))
                .contains("symbol: 'NOPE' is not listed");
        assertThat(SimulatorServerTest.post(server, "/faults/off", "{\"kind\":\"M99\"}"))
                .contains("no such fault 'M99'");
        assertThat(SimulatorServerTest.post(server, "/faults/off", "{\"kind\":\"*\",\"x\":1}"))
                .contains("expected the field kind and no other");
    }

    @Test
    void shouldDescribeItselfTruly() throws Exception {
        // Given
        Map<String, Object> described =
                JsonTree.object(SimulatorServerTest.get(server, "/openapi.json"));

        // When
        Map<String, Object> body =
                JsonTree.at(
                        described,
                        "paths",
                        "/faults",
                        "post",
                        "requestBody",
                        "content",
                        "application/json",
                        "schema",
                        "properties");
        List<Object> kinds = JsonTree.at(body, "kind", "enum");

        // Then
        Set<Object> names = new TreeSet<>();
        Set<String> parameters = new TreeSet<>(Set.of("kind"));
        for (FaultKind kind : FaultKind.values()) {
            names.add(kind.name());
            names.add(kind.number());
            kind.parameters().forEach(parameter -> parameters.add(parameter.name()));
        }
        assertThat(new TreeSet<>(kinds)).isEqualTo(names);
        assertThat(new TreeSet<>(body.keySet())).isEqualTo(parameters);
    }

    @Test
    void shouldAnswerEveryOperationItDescribes() throws Exception {
        // Given
        Map<String, Object> described =
                JsonTree.object(SimulatorServerTest.get(server, "/openapi.json"));
        Map<String, Map<String, Object>> paths = JsonTree.at(described, "paths");

        // When
        Set<String> unknown =
                paths.entrySet().stream()
                        .flatMap(path ->
                                path.getValue().keySet().stream()
                                        .map(way -> way + " " + path.getKey()))
                        .filter(this::isUnknown)
                        .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(paths).containsKeys("/faults", "/faults/off", "/login", "/manual-orders");
        assertThat(unknown).isEmpty();
    }

    private boolean isUnknown(String operation) {
        String[] parts = operation.split(" ", 2);
        String path = parts[1].replaceAll("\\{[^}]*}", "1");
        try {
            String answer =
                    parts[0].equals("get")
                            ? SimulatorServerTest.get(server, path)
                            : SimulatorServerTest.post(server, path, "{\"nothing\":1}");
            return answer.contains("no such operation");
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldListenOnLoopbackOnly() throws Exception {
        // Given
        try (SimulatorServer open =
                        SimulatorServer.start(
                                "--bind", "0.0.0.0", "--history", "0", "--symbols", "IBM");
                // Another address of this machine is free where the control API is on loopback
                // only.
                ServerSocket other =
                        new ServerSocket(
                                open.controlPort(), 1, InetAddress.getByName("127.0.0.2"))) {

            // When, Then
            assertThat(other.isBound()).isTrue();
            assertThat(SimulatorServerTest.get(open, "/health")).contains("UP");
        }
    }
}
