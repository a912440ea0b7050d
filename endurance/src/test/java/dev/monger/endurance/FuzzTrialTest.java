package dev.monger.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FuzzTrialTest {

    @TempDir Path folder;

    @Test
    void shouldGoOnWithOtherSeedsWhereItWas() throws IOException, InterruptedException {
        // Given
        Verdict first = new FuzzTrial(500).run(course());

        // When
        Verdict second = new FuzzTrial(900).run(course());

        // Then
        assertThat(first.done()).isTrue();
        assertThat(first.figures().getFirst()).startsWith("500 broken frames");
        assertThat(second.done()).isTrue();
        assertThat(second.failures()).isEmpty();
        assertThat(second.figures().getFirst()).startsWith("900 broken frames");
        assertThat(second.figures().getLast()).endsWith("the next seed is 30000002");
    }

    private Course course() throws IOException {
        return new Course(
                Page.open(folder.resolve("fuzz.properties")),
                new Progress(System.out, System::nanoTime, "frames"),
                new CountDownLatch(1),
                folder);
    }
}
