package dev.monger.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioTextTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void shouldReadFaultsWithTimesParametersAndAnEnd() {
        // When
        ScenarioText.Reading reading =
                ScenarioText.read(
                        """
                        # a bad morning
                        - at: +1h2m3s4ms
                          fault: M9          # a number
                          data: "lost"
                          for: 10m

                        - at: 09:45
                          fault: SWALLOWED_ORDER
                        -   at: 10:00:30
                            off: M5
                        """);

        // Then
        assertThat(((ScenarioText.Reading.Read) reading).scenario().entries())
                .containsExactly(
                        new Scenario.Entry(
                                2,
                                new Scenario.When.AfterStart(3723 * SECOND + 4_000_000L),
                                new Scenario.What.On(
                                        Fault.of(FaultKind.LINK_STORM).with("data", "lost"),
                                        600 * SECOND)),
                        new Scenario.Entry(
                                7,
                                new Scenario.When.AtClock(LocalTime.of(9, 45)),
                                new Scenario.What.On(Fault.of(FaultKind.SWALLOWED_ORDER), 0)),
                        new Scenario.Entry(
                                9,
                                new Scenario.When.AtClock(LocalTime.of(10, 0, 30)),
                                new Scenario.What.Off(FaultKind.SWALLOWED_ORDER)));
    }

    @Test
    void shouldRefuseAllThatIsWrongByLine() {
        // When
        ScenarioText.Reading reading =
                ScenarioText.read(
                        """
                        fault: M1
                        - at: 25:00
                          fault: M99
                        - at: +5
                          fault: M1
                          copies: 9
                          copies: 3
                          colour: red
                          for: soon
                        - fault: M2
                          off: M1
                        - at: +1s
                          off: M5
                          for: 1s
                          times: 2
                        - at: +1s
                            nonsense
                        - at: +1s
                          off: M98
                        """);

        // Then
        List<String> problems = ((ScenarioText.Reading.Refused) reading).problems();
        assertThat(problems)
                .map(ScenarioTextTest::brief)
                .containsExactly(
                        "line 1: expected '- key: value' to begin an entry",
                        "line 2: at: expected a time since the start like +30s or +1h15m",
                        "line 3: fault: no such fault 'M99'; right would be a number or name from the list of faults",
                        "line 4: at: expected a time since the start like +30s or +1h15m",
                        "line 6: copies: expected a whole number from 2 to 5 (messages)",
                        "line 7: copies: stands twice in this entry",
                        "line 8: colour: no parameter of DUPLICATE_STATUS; right would be some of copies",
                        "line 9: for: expected a duration like 30s or 1h15m",
                        "line 10: at: is missing; expected a time since the start like +30s or +1h15m",
                        "line 10: expected either fault: or off: in an entry",
                        "line 14: for: goes with fault: only",
                        "line 15: times: goes with fault: only; right beside off: would be at:",
                        "line 16: expected either fault: or off: in an entry",
                        "line 17: expected '- key: value' to begin an entry",
                        "line 19: off: no such fault 'M98'; right would be a number or name from the list of faults");
    }

    private static String brief(String problem) {
        return problem.split(",", -1)[0];
    }
}
