package dev.monger.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every tracked file owes its reader. */
class TidyTest {

    private static final Path ROOT = root();

    private static final Pattern LEFT_OVER = Pattern.compile("\\b(TODO|FIXME|XXX)\\b(?! #\\d)");

    private static final Pattern SLEEP =
            Pattern.compile("Thread\\s*\\.\\s*sleep|TimeUnit\\.[A-Z]+\\.sleep");

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("checkstyle.xml"))) {
            here = here.getParent();
        }
        return here;
    }

    private static List<Path> tracked(String ending) throws IOException, InterruptedException {
        Process git =
                new ProcessBuilder("git", "ls-files", "--cached", "--others", "--exclude-standard")
                        .directory(ROOT.toFile())
                        .start();
        String listing = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).isZero();
        String modules = Files.readString(ROOT.resolve("pom.xml"));
        return listing.lines()
                .filter(name -> name.endsWith(ending) && isInTheBuild(name, modules))
                .map(ROOT::resolve)
                .filter(Files::isRegularFile)
                .toList();
    }

    private static boolean isInTheBuild(String name, String modules) {
        int slash = name.indexOf('/');
        return slash > 0 && modules.contains("<module>" + name.substring(0, slash) + "</module>");
    }

    private static List<String> offenders(String ending, Pattern pattern)
            throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        for (Path file : tracked(ending)) {
            if (file.getFileName().toString().equals("TidyTest.java")) {
                continue;
            }
            List<String> lines = Files.readAllLines(file);
            for (int line = 0; line < lines.size(); line++) {
                if (pattern.matcher(lines.get(line)).find()) {
                    found.add(
                            ROOT.relativize(file)
                                    + ":"
                                    + (line + 1)
                                    + ": "
                                    + lines.get(line).strip());
                }
            }
        }
        return found;
    }

    @Test
    void shouldLeaveNothingForLaterWithoutANumber() throws IOException, InterruptedException {
        assertThat(offenders(".java", LEFT_OVER)).isEmpty();
    }

    @Test
    void shouldWaitOnConditionsInsteadOfSleeping() throws IOException, InterruptedException {
        assertThat(offenders(".java", SLEEP)).isEmpty();
    }

    @Test
    void shouldGiveEveryModuleAReadmeOfOneScreen() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        List<String> wrong = new ArrayList<>();
        Pattern.compile("<module>([a-z-]+)</module>")
                .matcher(pom)
                .results()
                .map(match -> match.group(1))
                .forEach(module -> {
                    Path readme = ROOT.resolve(module).resolve("README.md");
                    if (!Files.exists(readme)) {
                        wrong.add(module + ": no README.md");
                    } else if (lines(readme) > 60) {
                        wrong.add(module + ": " + lines(readme) + " lines");
                    }
                });
        assertThat(wrong).isEmpty();
    }

    private static long lines(Path file) {
        try (var stream = Files.lines(file)) {
            return stream.count();
        } catch (IOException unreadable) {
            throw new IllegalStateException("cannot read " + file, unreadable);
        }
    }
}
