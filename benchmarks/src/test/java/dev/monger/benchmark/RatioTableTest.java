package dev.monger.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monger.benchmark.RatioTable.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTableTest {

    private static final Figure FLOOR = new Figure("Decode mix", true, 40, 0);
    private static final Figure DECODE = new Figure("Decode mix", false, 50, 40.4);

    @Test
    void shouldSetEachFigureBesideItsOwnFloor() {
        // Given
        List<Figure> figures =
                List.of(
                        DECODE,
                        FLOOR,
                        new Figure("Encode mix", true, 10, 64),
                        new Figure("Encode mix", false, 123.44, 96));

        // When
        String table = RatioTable.text(figures, "under what it was measured");

        // Then
        assertThat(table.lines())
                .containsExactly(
                        "under what it was measured",
                        "",
                        "| what | ns | floor ns | ratio | bytes allocated |",
                        "|---|---:|---:|---:|---:|",
                        "| Decode mix | 50.0 | 40.0 | 1.25 | 40 |",
                        "| Encode mix | 123.4 | 10.0 | 12.34 | 96 |");
    }

    @Test
    void shouldNotShowAFigureWithoutItsFloor() {
        List<Figure> figures = List.of(DECODE, new Figure("Stream mix", true, 30, 0));
        assertThatThrownBy(() -> RatioTable.text(figures, ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Decode mix");
    }
}
