package dev.monger.launcher.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatchTest {

    private static final String TEXT =
            """
            # The reason.
            --- a/src/One.java
            +++ b/src/One.java
            @@ -1,3 +1,3 @@
             first
            -second
            +changed
             third
            """;

    @TempDir private Path folder = Path.of(".");

    private Patch patch() throws IOException {
        Path file = folder.resolve("one.patch");
        Files.writeString(file, TEXT);
        return Patch.read(file);
    }

    private Path source(String text) throws IOException {
        Path file = folder.resolve("src/One.java");
        Files.createDirectories(folder.resolve("src"));
        Files.writeString(file, text);
        return file;
    }

    @Test
    void shouldReplaceLinesWhereverTheyStand() throws IOException {
        // Given
        Path source = source("new\nfirst\nsecond\nthird\nlast\n");

        // When
        patch().apply(folder);

        // Then
        assertThat(source).hasContent("new\nfirst\nchanged\nthird\nlast\n");
        assertThat(patch().reason()).isEqualTo("The reason.");
        assertThat(patch().files()).containsExactly("src/One.java");
    }

    @Test
    void shouldRefuseLinesThatStandInTwoPlaces() throws IOException {
        // Given
        source("first\nsecond\nthird\nfirst\nsecond\nthird\n");
        Patch patch = patch();

        // Then
        assertThatThrownBy(() -> patch.apply(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("src/One.java does not have these lines in one place only");
    }

    @Test
    void shouldFitEveryPlantedBugIntoTheSourcesAsTheyAre() throws IOException {
        // Given
        Path home = Path.of(System.getProperty("monger.home"));

        for (Path file : PlantedBugs.patches(home)) {
            Patch patch = Patch.read(file);
            for (String changed : patch.files()) {
                Path copy = folder.resolve(changed);
                Files.createDirectories(copy.getParent());
                Files.copy(home.resolve(changed), copy, StandardCopyOption.REPLACE_EXISTING);
            }

            // When
            patch.apply(folder);

            // Then
            assertThat(patch.parts()).as(file.toString()).isNotEmpty();
            assertThat(patch.reason()).as(file.toString()).isNotEmpty();
        }
    }
}
