package dev.monger.engine.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatJsonTest {

    @Test
    void shouldReadWhatItWrites() {
        // Given
        TreeMap<String, String> fields = new TreeMap<>();
        fields.put("b", "with \"quotes\", \\ and\nlines");
        fields.put("a.c", "ä€");

        // When
        String json = FlatJson.write(fields);

        // Then
        assertThat(json).startsWith("{\"a.c\":\"ä€\",\"b\":");
        assertThat(FlatJson.read(json)).isEqualTo(fields);
        assertThat(FlatJson.read(" { } ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{\"a\":1}", "{\"a\":\"b\"", "{\"a\" \"b\"}", "{\"a\":\"\\x\"}"})
    void shouldSayWhereAnotherTextGoesWrong(String json) {
        assertThatThrownBy(() -> FlatJson.read(json)).hasMessageContaining("at character");
    }
}
