package dev.monger.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

    @TempDir private Path path;

    @Test
    void shouldRefuseASecondOwnerAndNameTheFirst() throws IOException {
        // Given
        StateFolder first = ((StateFolder.Opening.Opened) StateFolder.open(path)).folder();

        // When
        StateFolder.Opening second = StateFolder.open(path);

        // Then
        assertThat(second)
                .isInstanceOfSatisfying(
                        StateFolder.Opening.InUse.class,
                        refused ->
                                assertThat(refused.reason())
                                        .contains(
                                                "in use by process "
                                                        + ProcessHandle.current().pid()));
        first.close();
        assertThat(StateFolder.open(path)).isInstanceOf(StateFolder.Opening.Opened.class);
    }

    @Test
    void shouldRefuseAFolderOfAnotherFormat() throws IOException {
        // Given
        Files.writeString(path.resolve("format"), "monger service state 9\n");

        // When
        StateFolder.Opening opening = StateFolder.open(path);

        // Then
        assertThat(opening)
                .isInstanceOfSatisfying(
                        StateFolder.Opening.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .contains("\"monger service state 9\"")
                                        .contains(StateFolder.FORMAT));
    }

    @Test
    void shouldGiveNoSessionTwice() throws IOException {
        // Given
        StateFolder folder = ((StateFolder.Opening.Opened) StateFolder.open(path)).folder();

        // When
        long first = folder.claimSession(1_000);
        long sameSecond = folder.claimSession(1_000);
        long clockSetBack = folder.claimSession(10);

        // Then
        assertThat(first).isEqualTo(1_000);
        assertThat(sameSecond).isEqualTo(1_001);
        assertThat(clockSetBack).isEqualTo(1_002);
        folder.close();
    }
}
