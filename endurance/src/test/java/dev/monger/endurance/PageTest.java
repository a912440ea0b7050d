package dev.monger.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {

    @TempDir Path folder;

    @Test
    void shouldRememberWhatWasSavedOnly() throws IOException {
        // Given
        Path file = folder.resolve("fuzz.properties");
        Page page = Page.open(file);
        page.put("frames", 20_000);
        page.addFailure("seed 7", "an exception");
        page.addFailure("seed 8", "");
        page.save();
        page.put("frames", 40_000);

        // When
        Page read = Page.open(file);

        // Then
        assertThat(read.number("frames", 0)).isEqualTo(20_000);
        assertThat(read.number("other", 3)).isEqualTo(3);
        assertThat(read.failures()).containsExactly("seed 7: an exception");
    }

    @Test
    void shouldForgetEverythingButTheSeedsWhenItBeginsAnew() throws IOException {
        // Given
        Page page = Page.open(folder.resolve("fuzz.properties"));
        page.put("frames", 20_000);
        page.put(Page.SEED, 31);
        page.addFailure("seed 7", "an exception");

        // When
        page.beginAnew();

        // Then
        assertThat(page.number("frames", 0)).isZero();
        assertThat(page.number(Page.SEED, 0)).isEqualTo(31);
        assertThat(page.failures()).isEmpty();
    }
}
