package dev.monger.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monger.simulator.fault.Fault;
import dev.monger.simulator.fault.FaultKind;
import dev.monger.simulator.fault.FaultParameter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultTextsTest {
    @TempDir private Path folder;

    @Test
    void shouldReadAnOption() {
        // When, Then
        assertThat(FaultTexts.option("M4:delayMillis=2000:times=3"))
                .isEqualTo(
                        new Fault.Reading.Read(
                                Fault.of(FaultKind.LATE_COMMISSION)
                                        .with("delayMillis", 2000)
                                        .with("times", 3)));
        assertThat(FaultTexts.option("SWALLOWED_ORDER"))
                .isEqualTo(new Fault.Reading.Read(Fault.of(FaultKind.SWALLOWED_ORDER)));
    }

    @Test
    void shouldSayAllThatIsWrongWithAnOption() {
        // When
        Fault.Reading reading = FaultTexts.option("M4:2000:times=0:times=1:delay=1");

        // Then
        assertThat(reading).isInstanceOf(Fault.Reading.Refused.class);
        assertThat(((Fault.Reading.Refused) reading).problems())
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem).contains("was '2000' in place of"))
                .anySatisfy(problem -> assertThat(problem).contains("times: stands twice"))
                .anySatisfy(problem -> assertThat(problem).contains("delay: no parameter of LATE"));
    }

    @Test
    void shouldListEveryFaultWithNumberNameSentenceAndParameters() {
        // When
        String list = FaultTexts.list();

        // Then
        for (FaultKind kind : FaultKind.values()) {
            assertThat(list).contains(kind.number() + "  " + kind.name(), kind.sentence());
            assertThat(SimulatorOptions.help()).contains(kind.number() + " " + kind.name());
            for (FaultParameter parameter : kind.parameters()) {
                assertThat(list).contains(parameter.name());
            }
        }
    }

    @Test
    void shouldNameTheFileAndTheLineOfWhatIsWrong() throws Exception {
        // Given
        Path file = folder.resolve("bad.yaml");
        Files.writeString(
                file,
                """
                - at: +1s
                  fault: M9
                  data: gone
                - at: noon
                  off: M1
                """);
        Path unlisted = folder.resolve("unlisted.yaml");
        Files.writeString(unlisted, "- at: +1s\n  fault: M20\n  symbol: NOPE\n");

        // When, Then
        assertThatThrownBy(() -> start(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        file + ", line 3: data: expected one of kept, lost, was 'gone'")
                .hasMessageContaining(file + ", line 4: at: expected a time since the start");
        assertThatThrownBy(() -> start(unlisted))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("line 1: symbol: 'NOPE' is not listed");
        assertThatThrownBy(() -> start(folder.resolve("none.yaml")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("expected a file that can be read as text");
    }

    @Test
    void shouldPlayAScenarioFromItsStart() throws Exception {
        // Given
        Path file = folder.resolve("good.yaml");
        Files.writeString(file, "- at: +0s\n  fault: M5\n- at: +1h\n  off: M5\n");

        // When
        try (SimulatorServer server = start(file)) {
            String faults = "";
            for (int i = 0;
                    i < 1000 && !faults.contains("SWALLOWED_ORDER\",\"number\":\"M5\",\"strikes\"");
                    i++) {
                faults = SimulatorServerTest.get(server, "/faults");
            }

            // Then
            assertThat(faults)
                    .contains("{\"kind\":\"SWALLOWED_ORDER\",\"number\":\"M5\",\"strikes\"");
        }
    }

    @Test
    void shouldRefuseAnOptionThatNamesWhatIsNotListed() {
        // When, Then
        assertThatThrownBy(() ->
                        SimulatorServer.start(
                                "--history", "0", "--symbols", "IBM", "--fault", "M20:symbol=NOPE"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("--fault M20:symbol=NOPE: symbol: 'NOPE' is not listed");
    }

    private static SimulatorServer start(Path scenario) throws Exception {
        return SimulatorServer.start(
                "--always-open",
                "--history",
                "0",
                "--symbols",
                "IBM",
                "--scenario",
                scenario.toString());
    }
}
