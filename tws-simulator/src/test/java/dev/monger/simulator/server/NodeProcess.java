package dev.monger.simulator.server;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A script in Node with {@code @stoqey/ib}, spoken to line by line in JSON.
 *
 * <p>Without Node or npm, or when the package cannot be fetched, the tests are skipped and say so,
 * unless {@code MONGER_REQUIRE} names node.
 */
final class NodeProcess implements Closeable {
    private static final int LONGEST_SECONDS = 60;
    private static final int LONGEST_INSTALL_SECONDS = 180;
    private static final String PACKAGE = "node_modules/@stoqey/ib/package.json";

    private final Process process;
    private final BufferedWriter in;
    private final BlockingQueue<String> out = new LinkedBlockingQueue<>();

    private NodeProcess(Process process) {
        this.process = process;
        this.in =
                new BufferedWriter(
                        new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        Thread.ofVirtual().start(this::readAll);
    }

    /** Starts a script of the interop folder, its packages being there. */
    static NodeProcess start(String script, String... arguments) throws Exception {
        Path work = Path.of("target", "interop");
        prepare(work);
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        return new NodeProcess(
                new ProcessBuilder(command)
                        .directory(work.toFile())
                        .redirectErrorStream(true)
                        .start());
    }

    private static void prepare(Path work) throws Exception {
        boolean required = System.getenv().getOrDefault("MONGER_REQUIRE", "").contains("node");
        assumeThat(required || (isThere("node") && isThere("npm")))
                .as("node and npm are on the PATH; set MONGER_REQUIRE=node to insist")
                .isTrue();
        Files.createDirectories(work);
        Path source = Path.of("src", "test", "interop");
        for (String name : List.of("package.json", "package-lock.json", "drive.js", "decode.js")) {
            Files.copy(
                    source.resolve(name), work.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(work.resolve(PACKAGE))) {
            int installed = run(work, "npm", "ci", "--no-audit", "--no-fund");
            assumeThat(required || Files.exists(work.resolve(PACKAGE)))
                    .as("@stoqey/ib can be fetched, npm ended with %s", installed)
                    .isTrue();
        }
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return run(Path.of("."), program, "--version") == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int run(Path folder, String... command)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(LONGEST_INSTALL_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    private void readAll() {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                out.add(line);
            }
        } catch (IOException e) {
            // The test has ended the script; a test that still waits says so itself.
            out.add("{\"complaint\":\"the script's output ended\"}");
        }
    }

    void say(Map<String, Object> line) throws IOException {
        in.write(Json.write(line));
        in.newLine();
        in.flush();
    }

    /** The next line, waited for. */
    Map<?, ?> next() throws Exception {
        String line = out.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("the script says nothing any more");
        }
        if (Json.read(line) instanceof Map<?, ?> map) {
            return map;
        }
        throw new AssertionError("the script says " + line);
    }

    @Override
    public void close() throws IOException {
        in.close();
        process.destroy();
    }
}
