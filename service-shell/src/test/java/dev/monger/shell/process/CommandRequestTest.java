package dev.monger.shell.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.engine.Now;
import dev.monger.schemas.CommandKind;
import dev.monger.schemas.FleetCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandRequestTest {

    private static CommandRequest read(String json) {
        return ((CommandRequest.Reading.Read) CommandRequest.read(json)).request();
    }

    @Test
    void shouldReadACommandForSome() {
        // When
        CommandRequest request =
                read(
                        """
                        {"kind":"FLATTEN","tickers":["SPY","IBM"],"reason":"news",
                         "deadlineSeconds":30,"breach":null}\
                        """);

        // Then
        assertThat(request)
                .isEqualTo(
                        new CommandRequest(
                                CommandKind.FLATTEN,
                                List.of("SPY", "IBM"),
                                "news",
                                Duration.ofSeconds(30),
                                Optional.empty()));
        assertThat(request.isFor("IBM")).isTrue();
        assertThat(request.isFor("BAC")).isFalse();
    }

    @Test
    void shouldReadAResetForAll() {
        // When
        CommandRequest request =
                read(
                        "{\"kind\":\"RESET\",\"tickers\":\"*\",\"reason\":\"ok\",\"breach\":\"loss\"}");

        // Then
        assertThat(request.deadline()).isEqualTo(Duration.ofSeconds(60));
        assertThat(request.breach()).contains("loss");
        assertThat(request.isFor("BAC")).isTrue();
    }

    @Test
    void shouldBecomeARecordThatEndsByItsDeadline() {
        // Given
        CommandRequest request = read("{\"kind\":\"PAUSE\",\"tickers\":\"*\",\"reason\":\"news\"}");

        // When
        FleetCommand command = request.toRecord("c1", "SPY", new Now(5_000, 1, 9_000_000));

        // Then
        assertThat(command.getId()).isEqualTo("c1");
        assertThat(command.getTicker()).isEqualTo("SPY");
        assertThat(command.getKind()).isEqualTo(CommandKind.PAUSE);
        assertThat(command.getOccurredAt()).isEqualTo(Instant.ofEpochSecond(0, 5_000));
        assertThat(command.getIssuedAt()).isEqualTo(Instant.ofEpochMilli(9));
        assertThat(command.getDeadline()).isEqualTo(Instant.ofEpochMilli(60_009));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''| no JSON object",
                "{ | no JSON",
                "[] | no JSON object",
                "{\"kind\":\"SELL\",\"tickers\":\"*\",\"reason\":\"r\"} | kind is \"SELL\"",
                "{\"kind\":\"STOP_KEEP\",\"tickers\":\"*\",\"reason\":\"r\"} | kind is \"STOP_KEEP\"",
                "{\"kind\":\"STOP\",\"tickers\":[],\"reason\":\"r\"} | tickers is []",
                "{\"kind\":\"STOP\",\"tickers\":[\"*\"],\"reason\":\"r\"} | tickers is [\"*\"]",
                "{\"kind\":\"STOP\",\"tickers\":[1],\"reason\":\"r\"} | tickers is [1]",
                "{\"kind\":\"STOP\",\"tickers\":\"*\",\"reason\":\" \"} | reason is",
                "{\"kind\":\"STOP\",\"tickers\":\"*\",\"reason\":\"r\",\"deadlineSeconds\":0} | 1 to 86400",
                "{\"kind\":\"STOP\",\"tickers\":\"*\",\"reason\":\"r\",\"deadlineSeconds\":\"1\"} | 1 to 86400",
                "{\"kind\":\"STOP\",\"tickers\":\"*\",\"reason\":\"r\",\"breach\":\"loss\"} | only RESET",
                "{\"kind\":\"RESET\",\"tickers\":\"*\",\"reason\":\"r\"} | name the breach",
                "{\"kind\":\"STOP\",\"ticker\":\"SPY\",\"tickers\":\"*\",\"reason\":\"r\"} | no key ticker"
            })
    void shouldSayWhatIsWrong(String json, String problem) {
        // When
        CommandRequest.Reading reading = CommandRequest.read(json);

        // Then
        assertThat(reading)
                .isInstanceOfSatisfying(
                        CommandRequest.Reading.Malformed.class,
                        malformed -> assertThat(malformed.problem()).contains(problem));
    }
}
