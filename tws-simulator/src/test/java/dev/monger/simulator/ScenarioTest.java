package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.fault.Fault;
import dev.monger.simulator.fault.Scenario;
import dev.monger.simulator.fault.ScenarioText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    private final FaultStage stage = new FaultStage();

    @Test
    void shouldSwitchFaultsOnAndOffAtTheirTimes() {
        // Given
        Scenario scenario =
                scenario(
                        """
                        - at: +30s
                          fault: M1
                          for: 1m
                        - at: 09:31:00
                          fault: M2
                        - at: 09:29:00
                          off: M2
                        """);

        // When
        scenario.play(stage.simulator.faults(), stage.simulator.nowNanos());

        // Then
        assertThat(onAfter(29_999)).isEmpty();
        assertThat(onAfter(1)).containsExactly("M1");
        assertThat(onAfter(30_000)).containsExactly("M1", "M2");
        assertThat(onAfter(30_000)).containsExactly("M2");
        assertThat(onAfter(86_400_000 - 150_001)).as("the next morning").containsExactly("M2");
        assertThat(onAfter(1)).isEmpty();
    }

    @Test
    void shouldDoDeedsAtTheirTimes() {
        // Given
        TwsClientFake client = stage.client(7);
        scenario("- at: +10s\n  fault: M9\n  outageMillis: 2000\n")
                .play(stage.simulator.faults(), stage.simulator.nowNanos());

        // When
        stage.pass(11_999);
        List<String> before = client.story();
        stage.pass(1);

        // Then
        assertThat(before).containsExactly("error -1 1100");
        assertThat(client.story()).containsExactly("error -1 1100", "error -1 1102");
    }

    @Test
    void shouldNameWhatIsNotListed() {
        // When
        String problem =
                scenario("- at: +1s\n  fault: M1\n- at: +1s\n  fault: M20\n  symbol: NOPE\n")
                        .problem(stage.simulator.faults());

        // Then
        assertThat(problem).isEqualTo("line 3: symbol: 'NOPE' is not listed");
    }

    private static Scenario scenario(String text) {
        return ((ScenarioText.Reading.Read) ScenarioText.read(text)).scenario();
    }

    private List<String> onAfter(long millis) {
        stage.pass(millis);
        return stage.simulator.faults().switchedOn().stream().map(Fault::toString).toList();
    }
}
