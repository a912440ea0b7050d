package dev.monger.system.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code MONGER_REQUIRE} names must work, not merely be installed: a test that is skipped for
 * want of it would otherwise pass in silence.
 */
class RequiredToolsIT {

    @Test
    void shouldHaveADockerEngineThatAnswers() throws IOException, InterruptedException {
        require("docker");
        assertThat(outputOf(List.of("docker", "version", "--format", "{{.Server.Os}}")))
                .contains("linux");
    }

    @Test
    void shouldHaveABrowserThatRunsAPage(@TempDir Path profile)
            throws IOException, InterruptedException {
        require("chromium");
        List<String> command = new ArrayList<>(List.of("chromium", "--headless", "--no-sandbox"));
        command.addAll(List.of("--disable-gpu", "--disable-quic", "--no-first-run"));
        command.addAll(List.of("--disable-background-networking", "--disable-component-update"));
        command.addAll(List.of("--disable-sync", "--user-data-dir=" + profile, "--dump-dom"));
        command.add(
                "data:text/html,<script>document.write('six times seven is ' + 6 * 7)</script>");
        assertThat(outputOf(command)).contains("six times seven is 42");
    }

    @Test
    void shouldHaveNodeThatRunsAScript() throws IOException, InterruptedException {
        require("node");
        assertThat(outputOf(List.of("node", "-e", "console.log(6 * 7)"))).contains("42");
    }

    private static void require(String tool) {
        String required = System.getenv().getOrDefault("MONGER_REQUIRE", "");
        assumeTrue(
                List.of(required.split(",", -1)).contains(tool),
                tool + " is not required here; MONGER_REQUIRE names what is");
    }

    private static String outputOf(List<String> command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s ended with", command.getFirst()).isZero();
        return text;
    }
}
