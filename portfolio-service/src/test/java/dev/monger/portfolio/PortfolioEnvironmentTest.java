package dev.monger.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.Money;
import dev.monger.shell.environment.EnvironmentProblem;
import dev.monger.shell.environment.EnvironmentReader;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortfolioEnvironmentTest {

    private final Map<String, String> variables =
            new TreeMap<>(
                    Map.of(
                            "MONGER_KAFKA", "127.0.0.1:39092",
                            "MONGER_REGISTRY", "http://127.0.0.1:38081",
                            "MONGER_TWS_HOST", "127.0.0.1",
                            "MONGER_TWS_PORT", "7497",
                            "MONGER_ACCOUNT", "DU1000001",
                            "MONGER_STATE_DIR", "/var/lib/monger"));

    @Test
    void shouldHaveNoLimitByDefault() {
        // Given
        EnvironmentReader reader = new EnvironmentReader(variables);

        // When
        PortfolioEnvironment read = PortfolioEnvironment.from(reader);

        // Then
        assertThat(reader.problems()).isEmpty();
        assertThat(read.dailyLossLimit()).isNull();
        assertThat(read.service().account()).isEqualTo("DU1000001");
    }

    @Test
    void shouldReadTheLimit() {
        // Given
        variables.put("MONGER_DAILY_LOSS_LIMIT", " 250.50 ");
        EnvironmentReader reader = new EnvironmentReader(variables);

        // When
        PortfolioEnvironment read = PortfolioEnvironment.from(reader);

        // Then
        assertThat(reader.problems()).isEmpty();
        assertThat(read.dailyLossLimit()).isEqualTo(Money.of("250.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "none", "1,000", "0.000000001", "1e30"})
    void shouldRefuseALimitThatProtectsNothing(String limit) {
        // Given
        variables.put("MONGER_DAILY_LOSS_LIMIT", limit);
        EnvironmentReader reader = new EnvironmentReader(variables);

        // When
        PortfolioEnvironment.from(reader);

        // Then
        assertThat(reader.problems())
                .extracting(EnvironmentProblem::line)
                .singleElement()
                .asString()
                .startsWith("MONGER_DAILY_LOSS_LIMIT is \"" + limit + "\": give a loss above zero");
    }
}
