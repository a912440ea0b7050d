package dev.monger.shell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTokenTest {

    @TempDir private Path folder;

    @Test
    void shouldBeMadeOnceForItsOwnerOnly() throws IOException {
        // Given
        Path file = folder.resolve("state").resolve("token");
        AccessToken.make(file);
        String word = Files.readString(file);

        // When
        AccessToken.make(file);

        // Then
        assertThat(Files.readString(file)).isEqualTo(word).matches("[0-9a-f]{64}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void shouldBeAskedForWholeAndExact() throws IOException {
        // Given
        Path file = folder.resolve("token");
        AccessToken.make(file);
        String word = Files.readString(file).strip();

        // Then
        assertThat(AccessToken.isIn("Bearer " + word, file)).isTrue();
        assertThat(AccessToken.isIn("Bearer " + word.substring(1), file)).isFalse();
        assertThat(AccessToken.isIn(word, file)).isFalse();
        assertThat(AccessToken.isIn("Bearer ", file)).isFalse();
        assertThat(AccessToken.isIn("", file)).isFalse();
    }

    @Test
    void shouldLetNobodyInWithAnEmptyFile() throws IOException {
        // Given
        Path file = folder.resolve("token");

        // When
        Files.writeString(file, "\n");

        // Then
        assertThat(AccessToken.isIn("Bearer ", file)).isFalse();
    }
}
