package dev.monger.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What a kind of process has loaded and linked once, kept so that the next one starts in a third of
 * the time: the JDK's ahead-of-time cache. It serves only the JDK, options and jars it was made
 * with.
 */
final class StartUpCache {

    /** As the JVM's log writes it before a warning or an error about the cache. */
    private static final Pattern ABOUT_CACHE =
            Pattern.compile("^\\[[0-9.]+s]\\[(warning|error *)]\\[aot *]\\s*");

    private static final String SINGLE_ENTRY = "AdapterHandlerEntry";

    private final String part;
    private final Path file;
    private final Path made;
    private final Path facts;
    private final List<String> flags;
    private final Path jar;

    /** The cache of the processes of a part, which run a jar with the given options. */
    StartUpCache(Path folder, String part, List<String> flags, Path jar) {
        this.part = part;
        this.file = folder.resolve(part + ".aot");
        this.made = folder.resolve(part + ".aot.new");
        this.facts = folder.resolve(part + ".facts");
        this.flags = List.copyOf(flags);
        this.jar = jar;
    }

    /** The part whose processes it is for. */
    String part() {
        return part;
    }

    /** The option with which a JVM uses it. */
    String use() {
        return "-XX:AOTCache=" + file;
    }

    /** The option with which a JVM makes it when it ends. */
    String make() {
        return "-XX:AOTCacheOutput=" + made;
    }

    /** Whether it is there, and made with this JDK, these options and these jars. */
    boolean fits() throws IOException {
        if (!Files.exists(file) || !Files.exists(facts)) {
            return false;
        }
        List<String> lines = Files.readAllLines(facts);
        List<Path> jars = jars();
        if (lines.size() != jars.size() + 1 || !lines.getFirst().equals(circumstances())) {
            return false;
        }
        for (int i = 0; i < jars.size(); i++) {
            if (!fits(jars.get(i), lines.get(i + 1))) {
                return false;
            }
        }
        return true;
    }

    /** When the newest of its jars was written. */
    FileTime newestJar() throws IOException {
        FileTime newest = FileTime.fromMillis(0);
        for (Path path : jars()) {
            FileTime time = Files.getLastModifiedTime(path);
            newest = time.compareTo(newest) > 0 ? time : newest;
        }
        return newest;
    }

    /**
     * What a JVM says when it refuses its cache; empty if it did not. It may warn of single entries
     * and use the rest: a refusal is an error.
     */
    static Optional<String> refusal(List<String> lines) {
        List<String> told =
                lines.stream()
                        .filter(line -> ABOUT_CACHE.matcher(line).find())
                        .filter(line -> !line.contains(SINGLE_ENTRY))
                        .toList();
        if (told.stream().noneMatch(line -> line.contains("[error"))) {
            return Optional.empty();
        }
        String first = ABOUT_CACHE.matcher(told.getFirst()).replaceFirst("");
        int next = lines.indexOf(told.getFirst()) + 1;
        boolean goesOn = next < lines.size() && lines.get(next).startsWith("[ ");
        return Optional.of(goesOn ? first + lines.get(next).replaceFirst("^\\[ +]", "") : first);
    }

    /** Takes what a JVM has made; returns whether it has. */
    boolean keep() throws IOException {
        if (!Files.exists(made)) {
            return false;
        }
        List<String> lines = new ArrayList<>();
        lines.add(circumstances());
        for (Path path : jars()) {
            lines.add(Files.getLastModifiedTime(path).toMillis() + " " + content(path));
        }
        Files.deleteIfExists(facts);
        // What the JVM itself was still to take away when it was ended.
        Files.deleteIfExists(made.resolveSibling(made.getFileName() + ".config"));
        Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
        Files.write(facts, lines);
        return true;
    }

    /**
     * The JVM compares the jars' times. A jar that was built again with the same content is given
     * the time back that it had, instead of making the cache again.
     */
    private static boolean fits(Path path, String fact) throws IOException {
        String[] timeAndContent = fact.split(" ", 2);
        FileTime then = FileTime.fromMillis(Long.parseLong(timeAndContent[0]));
        if (Files.getLastModifiedTime(path).toMillis() == then.toMillis()) {
            return true;
        }
        if (!content(path).equals(timeAndContent[1])) {
            return false;
        }
        Files.setLastModifiedTime(path, then);
        return true;
    }

    private static String content(Path path) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(Files.readAllBytes(path));
        return Files.size(path) + " " + Long.toHexString(sum.getValue()) + " " + path;
    }

    private String circumstances() {
        return Runtime.version() + " " + System.getProperty("java.vm.vendor") + " " + flags;
    }

    /** The jar and those it names, in their order. */
    private List<Path> jars() throws IOException {
        List<Path> jars = new ArrayList<>();
        jars.add(jar);
        try (JarFile archive = new JarFile(jar.toFile())) {
            String named =
                    archive.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String name : named == null ? new String[0] : named.split(" ")) {
                jars.add(jar.resolveSibling(name));
            }
        }
        return jars;
    }
}
