package dev.monger.launcher.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monger.schemas.AccountPosition;
import dev.monger.schemas.Topics;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordDecoderTest {

    @Test
    void shouldRefuseWhatIsNoRecordOfOurs() {
        RecordDecoder decoder = new RecordDecoder(new RegistryClient("http://127.0.0.1:1"));
        assertThatThrownBy(() ->
                        decoder.decode(ByteBuffer.wrap("hello".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no schema number");
    }

    @Test
    void shouldKeepDecimalsExactAndTimesReadable() {
        // Given
        AccountPosition position = position();

        // When
        ObjectNode json = SampleRecords.plainJson(position, Topics.ACCOUNT_POSITIONS.valueSchema());

        // Then
        assertThat(json.path("position").asText()).isEqualTo("-100");
        assertThat(json.path("averageCost").asText()).isEqualTo("168.12345678");
        assertThat(json.path("occurredAt").asText()).isEqualTo("2026-11-24T14:30:00.123456Z");
        assertThat(RecordLine.of("DU1/756733", json))
                .startsWith("2026-11-24T14:30:00.123456Z DU1/756733 #1")
                .contains("symbol=SPY", "averageCost=168.12345678")
                .doesNotContain("recordedAt");
    }

    static AccountPosition position() {
        return AccountPosition.newBuilder()
                .setSequence(1)
                .setOccurredAt(Instant.parse("2026-11-24T14:30:00.123456Z"))
                .setRecordedAt(Instant.EPOCH)
                .setLeaseEpoch(0)
                .setAccount("DU1")
                .setConId(756733)
                .setSymbol("SPY")
                .setSecurityType("STK")
                .setCurrency("USD")
                .setPosition(new BigDecimal("-100.00000000"))
                .setAverageCost(new BigDecimal("168.12345678"))
                .build();
    }
}
