package dev.monger.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpCacheTest {

    private static final FileTime BUILT = FileTime.fromMillis(1_795_478_400_000L);

    @TempDir Path folder;
    private Path app;
    private Path library;
    private StartUpCache cache;

    @BeforeEach
    void build() throws IOException {
        app = folder.resolve("app.jar");
        library = Files.createDirectories(folder.resolve("lib")).resolve("library.jar");
        Files.writeString(library, "classes");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "lib/library.jar");
        try (OutputStream out = Files.newOutputStream(app)) {
            new JarOutputStream(out, manifest).close();
        }
        Files.setLastModifiedTime(app, BUILT);
        Files.setLastModifiedTime(library, BUILT);
        cache = cache(List.of("-Xmx64m"));
    }

    @Test
    void shouldFitWhatItWasMadeWith() throws IOException {
        assertThat(cache.fits()).isFalse();
        assertThat(cache.keep()).isFalse();
        make();
        assertThat(cache.keep()).isTrue();
        assertThat(cache.fits()).isTrue();
        assertThat(cache.use()).endsWith("part.aot");
    }

    @Test
    void shouldNotFitOtherOptions() throws IOException {
        make();
        cache.keep();
        assertThat(cache(List.of("-Xmx65m")).fits()).isFalse();
    }

    @Test
    void shouldNotFitAnotherLibrary() throws IOException {
        make();
        cache.keep();
        Files.writeString(library, "klasses");
        assertThat(cache.fits()).isFalse();
    }

    @Test
    void shouldGiveALibraryThatWasBuiltAgainAlikeItsTimeBack() throws IOException {
        // Given
        make();
        cache.keep();
        Files.setLastModifiedTime(library, FileTime.fromMillis(BUILT.toMillis() + 60_000));

        // When
        boolean fits = cache.fits();

        // Then
        assertThat(fits).isTrue();
        assertThat(Files.getLastModifiedTime(library)).isEqualTo(BUILT);
    }

    @Test
    void shouldFindTheReasonWhyAJvmRefusedIt() {
        List<String> lines =
                List.of(
                        "[0.155s][warning][aot] This file is not the one used: 'app.jar'",
                        "[0.155s][error  ][aot] shared class paths mismatch",
                        "ready");
        assertThat(StartUpCache.refusal(lines))
                .contains("This file is not the one used: 'app.jar'");
        assertThat(
                        StartUpCache.refusal(
                                List.of(
                                        "[0.004s][warning][aot] Unable to use AOT cache.",
                                        "[              ] The setting (disabled) differs.",
                                        "[0.004s][error  ][aot] Unable to map shared spaces")))
                .contains("Unable to use AOT cache. The setting (disabled) differs.");
    }

    @Test
    void shouldNotTakeAWarningForARefusal() {
        assertThat(
                        StartUpCache.refusal(
                                List.of(
                                        "[1.2s][warning][aot] Failed to link AdapterHandlerEntry",
                                        "[aot] is a word")))
                .isEmpty();
    }

    private void make() throws IOException {
        Path made = Path.of(cache.make().split("=", 2)[1]);
        Files.write(made, "cache".getBytes(StandardCharsets.UTF_8));
    }

    private StartUpCache cache(List<String> flags) {
        return new StartUpCache(folder, "part", flags, app);
    }
}
