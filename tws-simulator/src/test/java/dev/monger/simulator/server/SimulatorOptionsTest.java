package dev.monger.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorOptionsTest {

    @Test
    void shouldHaveDefaults() throws Exception {
        // When
        SimulatorOptions options = SimulatorOptions.read();

        // Then
        assertThat(options.speed()).isEqualTo(BigDecimal.ONE);
        assertThat(options.cashE8()).isEqualTo(100_000_000_000_000L);
        assertThat(options.flag("always-open")).isFalse();
    }

    @Test
    void shouldReadBothForms() throws Exception {
        // When
        SimulatorOptions options =
                SimulatorOptions.read(
                        "--seed=9",
                        "--symbols",
                        "SPY,IBM",
                        "--always-open",
                        "--fault",
                        "M4:perThousand=500:delayMillis=2000:times=3");

        // Then
        assertThat(options.whole("seed", 1, 0, 99)).isEqualTo(9);
        assertThat(options.list("symbols", "")).containsExactly("SPY", "IBM");
        assertThat(options.flag("always-open")).isTrue();
        assertThat(options.faults().getFirst().nanos("delayMillis")).isEqualTo(2_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void shouldHelpHoweverItIsAskedFor(String asked) throws Exception {
        assertThat(SimulatorOptions.read(asked).flag("help")).isTrue();
    }

    @Test
    void shouldShowTheColumnsOfARecordedDayInItsHelp() {
        assertThat(SimulatorOptions.help()).contains(MarketDataFormat.HEADER);
    }

    @Test
    void shouldReportAllProblemsTogether() {
        // When, Then
        assertThatThrownBy(() ->
                        SimulatorOptions.read(
                                "--prt",
                                "--port",
                                "99999",
                                "--speed",
                                "0",
                                "--brackets",
                                "x",
                                "--fault",
                                "M99"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("--prt is no option")
                .hasMessageContaining("--port 99999: expected a whole number from 0 to 65535")
                .hasMessageContaining("--speed 0: expected a number above 0")
                .hasMessageContaining("--brackets: expected")
                .hasMessageContaining("--fault M99: no such fault");
    }

    @Test
    void shouldReadTheClockTheLauncherGives() throws Exception {
        // When
        MarketClock clock = MarketClock.parse("1000,5000,60");

        // Then
        assertThat(clock.exchangeNanos(1010)).isEqualTo(5600);
        assertThat(clock.wallNanosFor(600)).isEqualTo(10);
        assertThat(MarketClock.parse(clock.text())).isEqualTo(clock);
        assertThatThrownBy(() -> MarketClock.parse("1,2"))
                .hasMessageContaining("MONGER_CLOCK: expected");
        assertThatThrownBy(() -> MarketClock.parse("1,2,0"))
                .hasMessageContaining("rate above zero");
    }
}
