package dev.monger.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.fault.FaultKind;
import dev.monger.simulator.fault.FaultParameter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
        List<JsonTree> kinds =
                JsonTree.of(SimulatorServerTest.get(server, "/faults")).at("kinds").items();

        // Then
        assertThat(kinds)
                .extracting(kind -> kind.at("kind").text())
                .containsExactlyElementsOf(Stream.of(FaultKind.values()).map(Enum::name).toList());
        for (JsonTree kind : kinds) {
            FaultKind meant = FaultKind.valueOf(kind.at("kind").text());
            assertThat(kind.at("parameters").items())
                    .extracting(parameter -> parameter.at("name").text())
                    .containsExactlyElementsOf(
                            meant.parameters().stream().map(FaultParameter::name).toList());
            assertThat(kind.at("parameters").items())
                    .allSatisfy(parameter ->
                            assertThat(parameter.keys()).contains("usual", "right", "sentence"));
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
        JsonTree described = JsonTree.of(SimulatorServerTest.get(server, "/openapi.json"));

        // When
        JsonTree body =
                described.at(
                        "paths",
                        "/faults",
                        "post",
                        "requestBody",
                        "content",
                        "application/json",
                        "schema",
                        "properties");

        // Then
        Set<String> names = new TreeSet<>();
        Set<String> parameters = new TreeSet<>(Set.of("kind"));
        for (FaultKind kind : FaultKind.values()) {
            names.add(kind.name());
            names.add(kind.number());
            kind.parameters().forEach(parameter -> parameters.add(parameter.name()));
        }
        assertThat(new TreeSet<>(body.at("kind", "enum").texts())).isEqualTo(names);
        assertThat(new TreeSet<>(body.keys())).isEqualTo(parameters);
    }

    @Test
    void shouldAnswerEveryOperationItDescribes() throws Exception {
        // Given
        JsonTree paths = JsonTree.of(SimulatorServerTest.get(server, "/openapi.json")).at("paths");

        // When
        List<String> unknown = new ArrayList<>();
        for (String path : paths.keys()) {
            for (String way : paths.at(path).keys()) {
                if (isUnknown(way, path)) {
                    unknown.add(way + " " + path);
                }
            }
        }

        // Then
        assertThat(paths.keys()).contains("/faults", "/faults/off", "/login", "/manual-orders");
        assertThat(unknown).isEmpty();
    }

    private boolean isUnknown(String way, String described) throws Exception {
        String path = described.replaceAll("\\{[^}]*}", "1");
        String answer =
                way.equals("get")
                        ? SimulatorServerTest.get(server, path)
                        : SimulatorServerTest.post(server, path, "{\"nothing\":1}");
        return answer.contains("no such operation");
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
