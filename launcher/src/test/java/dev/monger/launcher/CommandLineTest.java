package dev.monger.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

    @TempDir Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "up --for soon | not a duration; write it as 90s",
                "up --for 0s | no time at all",
                "up --speed 0 | --speed is above 0",
                "up --speed 5 | --speed goes with --replay",
                "up --start-at 10:00 | --start-at goes with --replay",
                "up --replay nowhere | there is no folder nowhere",
                "up --config nowhere.yaml | there is no file",
                "up --tickers 0 | --tickers is 1 to 28",
                "up --tickers 29 | --tickers is 1 to 28",
                "up --port 7497 | --port goes with --host",
                "up --live | --live goes with --host",
                "up --host tws | --host needs --port",
                "up --host tws --port 7496 | --host needs --account",
                "up --host tws --port 7496 --account U1234567 | say --live if it is meant",
                "up --daily-loss-limit -5 | an amount above zero",
                "up --frobnicate | Unknown option",
                "frobnicate | Unmatched argument",
                "tail trading.nothing | there is no topic trading.nothing",
                "flatten | name the tickers, or say --all",
                "stop SPY --all | not both",
                "reset SPY | Missing required option",
                "ps | no stack was ever started in",
                "pause SPY | no stack was ever started in"
            })
    void shouldRefuse(String line, String reason) {
        int code = run(line);
        assertThat(err.toString()).contains(reason);
        assertThat(code).isEqualTo(2);
    }

    @Test
    void shouldTellEveryProblemOfTheOptionsAtOnce() {
        run("up --speed 5 --tickers 0 --port 7");
        assertThat(err.toString())
                .contains("--speed goes with --replay")
                .contains("--tickers is 1 to 28")
                .contains("--port goes with --host");
    }

    @Test
    void shouldRefuseAMalformedReplayFileBeforeAnythingStarts() throws IOException {
        Files.writeString(folder.resolve("SPY.csv.gz"), "not gzip");
        int code = run("up --replay " + folder);
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("SPY.csv.gz").contains("one file per symbol");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "up",
                "topics",
                "tail",
                "ps",
                "start",
                "pause",
                "resume",
                "reduce-only",
                "flatten",
                "stop",
                "reset",
                "orders",
                "fills",
                "positions",
                "pnl",
                "replay"
            })
    void shouldHelp(String command) {
        assertThat(run(command + " --help")).isZero();
        assertThat(out.toString()).contains("Usage: monger");
    }

    private int run(String line) {
        List<String> words = new ArrayList<>(List.of(line.strip().split(" ")));
        words.remove("");
        CommandLine command = Monger.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        if (!words.contains("--help") && !words.getFirst().equals("frobnicate")) {
            words.add("--state");
            words.add(folder.resolve("state").toString());
        }
        return command.execute(words.toArray(String[]::new));
    }
}
