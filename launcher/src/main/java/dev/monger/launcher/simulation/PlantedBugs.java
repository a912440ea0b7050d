package dev.monger.launcher.simulation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Proves that the stories find bugs: plants one, in a copy of the sources, and plays seeds until an
 * invariant is broken. A bug that nobody notices fails.
 */
public final class PlantedBugs {

    private static final String SUFFIX = ".patch";
    private static final String SOURCES = "src/main/java";

    private final Path home;
    private final Path work;
    private final long seeds;

    /**
     * Prepares.
     *
     * @param home of the repository
     * @param work a folder of its own for copies and classes
     * @param seeds within how many each must be caught
     */
    public PlantedBugs(Path home, Path work, long seeds) {
        this.home = home;
        this.work = work;
        this.seeds = seeds;
    }

    /**
     * What became of one bug.
     *
     * @param reason what is wrong with it
     * @param caught by which seed and invariant; empty when nobody noticed
     */
    public record Hunt(String name, String reason, String caught) {}

    /** Where the patches are. */
    public static Path folder(Path home) {
        return home.resolve("fleet-simulation/src/test/resources/planted");
    }

    /** The bugs there are, by name. */
    public static List<Path> patches(Path home) throws IOException {
        try (Stream<Path> files = Files.list(folder(home))) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
        }
    }

    /** Plants one bug and hunts it. */
    public Hunt hunt(Path patchFile) throws IOException, InterruptedException {
        String name = patchFile.getFileName().toString().replace(SUFFIX, "");
        Patch patch = Patch.read(patchFile);
        Path classes = compiled(name, patch);
        return new Hunt(name, patch.reason(), played(classes));
    }

    private Path compiled(String name, Patch patch) throws IOException {
        Path tree = work.resolve(name);
        Path classes = Files.createDirectories(tree.resolve("classes"));
        for (String file : patch.files()) {
            Path copy = tree.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(home.resolve(file), copy);
        }
        patch.apply(tree);
        List<Path> sources = new ArrayList<>();
        for (String file : patch.files()) {
            if (!file.contains(SOURCES)) {
                throw new IOException(name + " changes what is not a source: " + file);
            }
            sources.add(tree.resolve(file));
        }
        compile(name, sources, classes);
        return classes;
    }

    private static void compile(String name, List<Path> sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options =
                    List.of(
                            "-nowarn",
                            "-proc:none",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "-d",
                            classes.toString());
            boolean good =
                    compiler.getTask(
                                    said,
                                    files,
                                    null,
                                    options,
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources))
                            .call();
            if (!good) {
                throw new IOException(name + " does not compile any more: " + said);
            }
        }
    }

    /** In a process of its own, in which the changed classes come first. */
    private String played(Path classes) throws IOException, InterruptedException {
        String classPath =
                classes
                        + System.getProperty("path.separator")
                        + System.getProperty("java.class.path");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-Xmx512m",
                                "-cp",
                                classPath,
                                PlantedBugs.class.getPackageName() + ".FirstFailure",
                                Long.toString(seeds))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String said;
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            said = String.join(" ", reader.readAllLines());
        } finally {
            process.destroy();
        }
        int code = process.waitFor();
        if (code != 0 && code != FirstFailure.CAUGHT) {
            throw new IOException("the stories did not play to their end, exit code " + code);
        }
        return code == FirstFailure.CAUGHT ? said : "";
    }

    /**
     * Hunts all bugs, or those named, and ends with 1 when one was not caught.
     *
     * @param arguments the repository's folder, a folder for work, the number of seeds, then names
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(arguments[0]);
        List<String> names = List.of(arguments).subList(3, arguments.length);
        PlantedBugs bugs =
                new PlantedBugs(
                        home,
                        Files.createTempDirectory(Path.of(arguments[1]), "planted-"),
                        Long.parseLong(arguments[2]));
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        boolean all = true;
        for (Path patch : patches(home)) {
            String name = patch.getFileName().toString().replace(SUFFIX, "");
            if (names.isEmpty() || names.contains(name)) {
                Hunt hunt = bugs.hunt(patch);
                all &= !hunt.caught().isEmpty();
                String how = hunt.caught().isEmpty() ? "NOT CAUGHT" : hunt.caught();
                out.println(name + ": " + how);
            }
        }
        System.exit(all ? 0 : 1);
    }
}
