package dev.monger.system.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is told as a whole, and nothing is left running. */
class RefusalsIT {

    @Test
    void shouldNameEveryProblemOfTheAssignmentsWithItsLine(@TempDir Path folder)
            throws IOException {
        Path rules = folder.resolve("wrong.yaml");
        Files.writeString(
                rules,
                """
                defaults:
                  sizing: {unit: 100, maximum: 50}
                  entry: {spacingg: 1s}
                assignments:
                  - ticker: SPY
                    exit: {takeProfit: much}
                  - ticker: SPY
                """);
        String told = refused(folder, "--config", rules.toString());
        assertThat(told)
                .contains("line 2, column 3", "line 3, column 11", "did you mean entry.spacing?")
                .contains("line 6, column 24", "line 7, column 13: ticker SPY is assigned twice");
    }

    @Test
    void shouldNameTheLineOfARecordedDayThatIsMalformed(@TempDir Path folder) throws IOException {
        Path day = Files.createDirectory(folder.resolve("day"));
        Files.writeString(
                day.resolve("SPY.csv"),
                """
                time,kind,bid_or_price,bid_size_or_size,ask,ask_size
                2013-10-07T13:30:00Z,QUOTE,168.0,100,much,100
                """);
        assertThat(refused(folder, "--replay", day.toString())).contains("SPY.csv, line 2");
    }

    @Test
    void shouldSayWhereNoTwsAnswers(@TempDir Path folder) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(
                        refused(
                                folder,
                                "--host",
                                "127.0.0.1",
                                "--port",
                                Integer.toString(port),
                                "--account",
                                "DU1"))
                .contains("no TWS answers at 127.0.0.1:" + port);
    }

    private static String refused(Path folder, String... options) {
        try (LiveStack stack = LiveStack.up(folder, options)) {
            assertThat(stack.ended()).as(stack.told()).isBetween(2, 3);
            assertThat(stack.pids()).noneMatch(LiveStack::runs);
            return stack.told();
        }
    }
}
