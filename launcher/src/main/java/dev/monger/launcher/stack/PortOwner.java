package dev.monger.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells which process listens on a port, where the operating system lets one look. */
final class PortOwner {

    private static final String LISTENING = "0A";

    /** What says nothing about who a process is. */
    private static final Pattern JAVA_OPTION = Pattern.compile(" -(?:X|D)\\S+");

    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortOwner() {}

    /** Names the owner, as in {@code process 4711 (java -jar app.jar)}; empty if it cannot tell. */
    static Optional<String> of(int port) {
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            Optional<String> owner = inode(Path.of(table), port).flatMap(PortOwner::holder);
            if (owner.isPresent()) {
                return owner;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inode(Path table, int port) {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        try (Stream<String> lines = Files.lines(table)) {
            return lines.map(line -> line.strip().split("\\s+"))
                    .filter(field -> field.length > INODE)
                    .filter(field -> field[LOCAL_ADDRESS].endsWith(suffix))
                    .filter(field -> field[STATE].equals(LISTENING))
                    .map(field -> field[INODE])
                    .findFirst();
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }

    private static Optional<String> holder(String inode) {
        String wanted = "socket:[" + inode + "]";
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), wanted))
                .map(PortOwner::describe)
                .findFirst();
    }

    private static boolean holds(long pid, String wanted) {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return files.anyMatch(file -> target(file).equals(wanted));
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException goneOrNotOurs) {
            return "";
        }
    }

    private static String describe(ProcessHandle process) {
        String command =
                process.info()
                        .commandLine()
                        .map(line -> JAVA_OPTION.matcher(line).replaceAll(""))
                        .orElse("command unknown");
        String shown = command.length() <= 120 ? command : command.substring(0, 120) + " …";
        return "process " + process.pid() + " (" + shown + ")";
    }
}
