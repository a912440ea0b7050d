package dev.monger.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A soak of some seconds, so that the long one is not broken when somebody wants it. */
@Timeout(180)
class SoakTrialIT {

    private static final SoakSettings SHORT = new SoakSettings(4, 5, 20, 8, 300);

    @TempDir Path folder;

    @Test
    void shouldFindNothingWrongAndNotBeRepeated() throws IOException, InterruptedException {
        // Given
        Course course = course(new CountDownLatch(1));

        // When
        Verdict verdict = new SoakTrial(SHORT).run(course);

        // Then
        // How much a busy machine manages is not this test's question.
        assertThat(verdict.failures()).allMatch(failure -> failure.startsWith("load: "));
        assertThat(verdict.done()).isTrue();
        assertThat(verdict.figures()).anyMatch(line -> line.contains("agree with the books"));
        assertThat(new SoakTrial(SHORT).run(course(new CountDownLatch(1)))).isEqualTo(verdict);
    }

    @Test
    void shouldBeginAnewAfterAnInterruption() throws IOException, InterruptedException {
        // Given
        CountDownLatch stopped = new CountDownLatch(1);
        stopped.countDown();

        // When
        Verdict verdict = new SoakTrial(SHORT).run(course(stopped));

        // Then
        assertThat(verdict.done()).isFalse();
        assertThat(Page.open(folder.resolve("soak.properties")).text("done", "")).isEmpty();
    }

    private Course course(CountDownLatch stop) throws IOException {
        return new Course(
                Page.open(folder.resolve("soak.properties")),
                new Progress(System.out, System::nanoTime, "seconds"),
                stop,
                folder);
    }
}
