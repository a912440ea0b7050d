package dev.monger.manager.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a monger is started, and where its traces lie.
 *
 * @param command what runs a monger: a Java, its options, and the application
 * @param environment what every monger is told, besides its ticker and lease
 * @param stateFolder the stack's state folder
 */
public record MongerRecipe(
        List<String> command, Map<String, String> environment, Path stateFolder) {

    private static final String PART = "monger-";
    private static final String ENDING = ".json";

    /** A terminal's Ctrl-C is for the launcher alone, and a closed terminal ends no position. */
    private static final List<String> SHIELD =
            List.of("sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\"");

    /** Keeps immutable copies. */
    public MongerRecipe {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    static String part(String ticker) {
        return PART + ticker;
    }

    /** Returns where processes are noted. */
    Path notes() {
        return stateFolder.resolve("run");
    }

    Path note(String ticker) {
        return notes().resolve(part(ticker) + ENDING);
    }

    /** Returns whose note a file is; empty for other parts of the stack. */
    static String tickerOf(Path note) {
        String name = note.getFileName().toString();
        return name.startsWith(PART) && name.endsWith(ENDING)
                ? name.substring(PART.length(), name.length() - ENDING.length())
                : "";
    }

    Path log(String ticker) {
        return stateFolder.resolve("log").resolve(part(ticker) + ".log");
    }

    /** Returns where a monger writes the port that it chose. */
    Path port(String ticker) {
        return stateFolder.resolve("monger").resolve(ticker).resolve("http-port");
    }

    /**
     * Starts one and notes it.
     *
     * @param lease more of its environment, each as {@code NAME=value}
     */
    Process start(String ticker, List<String> lease) throws IOException {
        Files.createDirectories(notes());
        Files.createDirectories(log(ticker).getParent());
        // The port of an earlier process would be asked whether this one is ready.
        Files.deleteIfExists(port(ticker));
        List<String> shielded = new ArrayList<>(SHIELD);
        shielded.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(shielded)
                        .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log(ticker).toFile()));
        Map<String, String> told = builder.environment();
        told.keySet().removeIf(name -> name.startsWith("MONGER_"));
        told.putAll(environment);
        told.put("MONGER_TICKER", ticker);
        told.put("MONGER_HTTP_PORT", "0");
        for (String setting : lease) {
            int equals = setting.indexOf('=');
            told.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        Process process = builder.start();
        ProcessNote.of(part(ticker), process.toHandle()).write(note(ticker));
        return process;
    }
}
