package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example is compiled and run as it stands. */
class ReadmeExampleTest {
    @TempDir private Path folder;

    @Test
    void shouldRunAsItStands() throws Exception {
        // Given
        Path source = folder.resolve("Example.java");
        Files.write(source, example());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();

        // When
        int result =
                compiler.run(
                        null,
                        complaints,
                        complaints,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());

        // Then
        assertThat(complaints.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(result).isZero();
        assertThat(run())
                .contains("15 1 DU1234567", "PreSubmitted", "BOT", "Filled")
                .doesNotContain("TWS hung up")
                .endsWith("position 100" + System.lineSeparator());
    }

    @Test
    void shouldHaveTwentyLinesAtMost() throws Exception {
        // When
        List<String> lines =
                example().stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("import"))
                        .toList();

        // Then
        assertThat(lines).hasSizeLessThanOrEqualTo(20);
    }

    private String run() throws ReflectiveOperationException, IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (URLClassLoader loader =
                        new URLClassLoader(
                                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
                PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            loader.loadClass("Example")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    private static List<String> example() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("README.md"));
        int from = lines.indexOf("```java") + 1;
        return lines.subList(from, from + lines.subList(from, lines.size()).indexOf("```"));
    }
}
