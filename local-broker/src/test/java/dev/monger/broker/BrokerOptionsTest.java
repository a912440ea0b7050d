package dev.monger.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerOptionsTest {

    @Test
    void shouldReadAllOptions() throws Refusal {
        BrokerOptions options =
                BrokerOptions.parse(
                        List.of("--host", "127.0.0.2", "--port", "9092", "--data-dir", "/tmp/k"));
        assertThat(options.host()).isEqualTo("127.0.0.2");
        assertThat(options.port()).isEqualTo(9092);
        assertThat(options.dataFolder()).hasToString("/tmp/k");
    }

    @Test
    void shouldListenOnLoopbackByDefault() throws Refusal {
        assertThat(BrokerOptions.parse(List.of("--port", "0", "--data-dir", "k")).host())
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "'--port ninety --data-dir k', not ninety",
        "'--port 70000 --data-dir k', not 70000",
        "'--data-dir k', --port is missing",
        "'--port 0', --data-dir is missing",
        "'--port', lacks its value",
        "'--prot 0 --data-dir k', unknown option --prot"
    })
    void shouldRefuse(String line, String reason) {
        assertThatThrownBy(() -> BrokerOptions.parse(List.of(line.split(" "))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(reason);
    }
}
