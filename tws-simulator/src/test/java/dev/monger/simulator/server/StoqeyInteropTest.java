package dev.monger.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A client others wrote talks to the simulator: connects, gets data, places and cancels an order,
 * and does not complain.
 */
class StoqeyInteropTest {
    private static final int LONGEST_SECONDS = 180;

    @Test
    void shouldSatisfyStoqeysClient() throws Exception {
        // Given
        Path work = Path.of("target", "interop");
        Path source = Path.of("src", "test", "interop");
        boolean required = System.getenv().getOrDefault("MONGER_REQUIRE", "").contains("node");
        boolean usable = required || (isThere("node") && isThere("npm"));
        assumeThat(usable)
                .as("node and npm are on the PATH; set MONGER_REQUIRE=node to insist")
                .isTrue();
        Files.createDirectories(work);
        for (String name : List.of("package.json", "package-lock.json", "drive.js")) {
            Files.copy(
                    source.resolve(name), work.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(work.resolve("node_modules/@stoqey/ib/package.json"))) {
            String installed = run(work, "npm", "ci", "--no-audit", "--no-fund");
            boolean fetched = Files.exists(work.resolve("node_modules/@stoqey/ib/package.json"));
            assumeThat(fetched || required).as("@stoqey/ib can be fetched: %s", installed).isTrue();
        }

        // When
        String heard;
        try (SimulatorServer server = SimulatorServer.start("--always-open", "--history", "900")) {
            heard = run(work, "node", "drive.js", Integer.toString(server.port()));
        }

        // Then
        assertThat(heard)
                .doesNotContain("failed")
                .endsWith("done\n")
                .contains("server 193", "contract details", "orderStatus Cancelled");
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            run(Path.of("."), program, "--version");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String run(Path folder, String... command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("interop", ".txt");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String text = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        return text;
    }
}
