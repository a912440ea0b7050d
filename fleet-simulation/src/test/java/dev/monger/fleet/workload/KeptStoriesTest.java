package dev.monger.fleet.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stories in which an invariant was once broken; each is played again for ever. */
class KeptStoriesTest {

    static List<Path> stories() throws IOException, URISyntaxException {
        Path folder =
                Path.of(
                        Objects.requireNonNull(KeptStoriesTest.class.getResource("/kept"), "kept")
                                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".story")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void shouldKeepEveryInvariantInAStoryThatOnceBrokeOne(Path file) throws IOException {
        // Given
        String text = Files.readString(file, StandardCharsets.UTF_8);

        // When
        Outcome outcome = Performance.play(Script.read(text), false);

        // Then
        assertThat(outcome.violations()).as(text).isEmpty();
    }

    @Test
    void shouldFindTheStories() throws IOException, URISyntaxException {
        assertThat(stories()).hasSizeGreaterThanOrEqualTo(4);
    }
}
