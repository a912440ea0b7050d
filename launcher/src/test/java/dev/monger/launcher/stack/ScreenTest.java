package dev.monger.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    @Test
    void withoutTerminalShouldWriteALineAgainOnlyWhenItsStateChanges() {
        // Given
        Screen screen = new Screen(out, false);
        screen.show(rows("TRADING", "SPY TRADING own 0"));
        screen.show(rows("TRADING", "SPY TRADING own 100"));

        // When
        screen.show(rows("FLAT", "SPY FLAT own 0"));

        // Then
        assertThat(said()).hasToString("SPY TRADING own 0\nSPY FLAT own 0\n");
    }

    @Test
    void onATerminalShouldPutTheBoardWhereItWas() {
        // Given
        Screen screen = new Screen(out, true);
        screen.show(rows("TRADING", "SPY own 0\n  alarm: no stop"));
        said.reset();

        // When
        screen.show(rows("TRADING", "SPY own 100"));

        // Then
        assertThat(said()).startsWith("\u001b[2A\u001b[J").contains("SPY own 100\n");
    }

    @Test
    void onATerminalShouldSaySentencesAboveTheBoard() {
        Screen screen = new Screen(out, true);
        screen.show(rows("TRADING", "SPY own 0"));
        said.reset();
        screen.say("manager is started again");
        assertThat(said())
                .startsWith("\u001b[1A\u001b[Jmanager is started again\n")
                .contains("SPY own 0\n");
    }

    private static SequencedMap<String, Screen.Row> rows(String state, String text) {
        SequencedMap<String, Screen.Row> rows = new LinkedHashMap<>();
        rows.put("SPY", new Screen.Row(state, text));
        return rows;
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
