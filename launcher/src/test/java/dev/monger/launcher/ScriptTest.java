package dev.monger.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script that finds the tools and builds, in a home of its own, with a Maven that only notes
 * its calls.
 */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class ScriptTest {

    private static final String POM =
            """
            <project>
                <version>7</version>
                <modules>
                    <module>launcher</module>
                    <module>manager-service</module>
                </modules>
            </project>
            """;

    private static final String MAVEN =
            """
            #!/bin/sh
            [ "$1" != -v ] || { echo "Apache Maven ${MAVEN_VERSION:-3.9.1}"; exit; }
            echo "$*" >>calls
            echo '[INFO] Building launcher 7                       [1/2]'
            [ ! -f broken ] || { echo '[ERROR] Main.java:[3,5] ; expected'; exit 1; }
            mkdir -p launcher/target/registry manager-service/target/quarkus-app
            touch launcher/target/launcher-7.jar launcher/target/registry/quarkus-run.jar \
                manager-service/target/quarkus-app/quarkus-run.jar
            """;

    @TempDir Path folder;
    private Path home;

    private record Ended(int code, String said) {}

    @BeforeEach
    void makeAHome() throws IOException {
        Path real = Path.of(System.getProperty("monger.home"));
        home = Files.createDirectories(folder.resolve("home"));
        Files.copy(real.resolve("monger"), home.resolve("monger"));
        Files.writeString(home.resolve("pom.xml"), POM);
        Path source = Files.createDirectories(home.resolve("launcher/src/main"));
        Files.writeString(source.resolve("Main.java"), "class Main {}");
        Files.writeString(home.resolve("launcher/pom.xml"), "<project/>");
        Path maven = Files.createDirectories(folder.resolve("bin")).resolve("mvn");
        Files.writeString(maven, MAVEN);
        assertThat(maven.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void shouldBuildOnceWhatRuns() throws IOException, InterruptedException {
        Ended first = run("build");
        assertThat(first.code()).as(first.said()).isZero();
        assertThat(first.said()).contains("monger: building launcher (1 of 2)");
        assertThat(run("build").code()).isZero();
        assertThat(calls()).singleElement().asString().contains("-pl launcher,manager-service -am");
    }

    @Test
    void shouldBuildAgainWhenASourceHasChanged() throws IOException, InterruptedException {
        run("build");
        Files.writeString(home.resolve("launcher/src/main/Main.java"), "class Main { int a; }");
        run("build");
        assertThat(calls()).hasSize(2);
    }

    @Test
    void shouldBuildAgainWhenASourceHasGone() throws IOException, InterruptedException {
        run("build");
        Files.delete(home.resolve("launcher/src/main/Main.java"));
        run("build");
        assertThat(calls()).hasSize(2);
    }

    @Test
    void shouldBuildAgainWhenWhatWasBuiltHasGone() throws IOException, InterruptedException {
        run("build");
        Files.delete(home.resolve("manager-service/target/quarkus-app/quarkus-run.jar"));
        run("build");
        assertThat(calls()).hasSize(2);
    }

    @Test
    void shouldNotTakeAFailedBuildForOne() throws IOException, InterruptedException {
        // Given
        run("build");
        Files.writeString(home.resolve("broken"), "");
        Files.writeString(home.resolve("launcher/src/main/Main.java"), "class Main { int }");

        // When
        Ended failed = run("build");
        Files.delete(home.resolve("broken"));
        Ended mended = run("build");

        // Then
        assertThat(failed.code()).isEqualTo(2);
        assertThat(failed.said())
                .contains("[ERROR] Main.java:[3,5] ; expected", "the build failed", "build.log");
        assertThat(mended.code()).isZero();
        assertThat(calls()).hasSize(3);
    }

    @Test
    void shouldNotBuildOnlyToLook() throws IOException, InterruptedException {
        Ended ended = run("ps");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains("nothing is built yet", "./monger build");
        assertThat(home.resolve("calls")).doesNotExist();
    }

    @Test
    void shouldRefuseAnOldMaven() throws IOException, InterruptedException {
        Ended ended = run("build", "MAVEN_VERSION=3.6.3");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains("3.8.7 or newer; mvn is 3.6.3");
    }

    @Test
    void shouldTellWhatItCanDo() throws IOException, InterruptedException {
        assertThat(run("").said()).contains("usage: ./monger COMMAND", "up ", "verify ");
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(home.resolve("calls"));
    }

    private Ended run(String word, String... variables) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("sh", home.resolve("monger").toString(), word)
                        .directory(folder.toFile())
                        .redirectErrorStream(true);
        var environment = builder.environment();
        environment.put("PATH", folder.resolve("bin") + ":" + environment.get("PATH"));
        environment.put("MONGER_JAVA_HOME", System.getProperty("java.home"));
        for (String variable : variables) {
            String[] nameAndValue = variable.split("=", 2);
            environment.put(nameAndValue[0], nameAndValue[1]);
        }
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
