package dev.monger.system.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.avro.generic.GenericRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day that the test itself records from the generator is traded again from its files. */
class RecordedDayIT {

    private static final String OPENS = "2026-11-23T14:30:00Z";
    private static final List<String> TICKERS = List.of("SPY", "IBM");

    @Test
    void shouldAgreeToTheCentAfterAReplayedDay(@TempDir Path folder) {
        // Given
        Path day = folder.resolve("day");
        record(folder, day);

        // When
        try (LiveStack stack =
                LiveStack.up(
                        folder,
                        "--replay",
                        day.toString(),
                        "--speed",
                        "20",
                        "--config",
                        Rules.lively(folder, "SPY", "IBM"))) {
            stack.awaitTrading();
            stack.until(
                    "both tickers have closed something",
                    () -> TICKERS.stream().allMatch(ticker -> fills(stack, ticker) >= 4));
            stack.run("stop", "--all", "--wait");

            // Then
            stack.until("every execution is told", () -> told(stack) == stack.executions().size());
            assertThat(stack.openOrders()).isZero();
            BigDecimal realized = BigDecimal.ZERO;
            for (String ticker : TICKERS) {
                GenericRecord position = stack.last("trading.positions", ticker).orElseThrow();
                assertThat(stack.held(ticker)).isEqualByComparingTo(BigDecimal.ZERO);
                assertThat(Topic.decimal(position, "own")).isEqualByComparingTo(BigDecimal.ZERO);
                realized = realized.add(Topic.decimal(position, "realizedPnl"));
            }
            BigDecimal books = new BigDecimal(stack.books().path("realizedPnl").asText());
            assertThat(realized).isCloseTo(books, within(CENT));
            stack.until("the account's P&L agrees", () -> accountPnl(stack).compareTo(books) == 0);
            assertThat(stack.interrupt()).as(stack.told()).isZero();
            assertThat(stack.summary().path("violations")).isEmpty();
            assertThat(stack.summary().path("residualPositions")).isEmpty();
        }
    }

    private static final BigDecimal CENT = new BigDecimal("0.009");

    private static BigDecimal accountPnl(LiveStack stack) {
        return Topic.decimal(stack.records("account.pnl").getLast(), "realized");
    }

    private static long fills(LiveStack stack, String ticker) {
        return stack.records("trading.fills").stream()
                .filter(fill -> fill.get("ticker").toString().equals(ticker))
                .filter(fill -> fill.get("amendment").toString().equals("EXECUTION"))
                .count();
    }

    private static int told(LiveStack stack) {
        return TICKERS.stream().mapToInt(ticker -> (int) fills(stack, ticker)).sum();
    }

    /** An hour and a half of the generated market. */
    private static void record(Path folder, Path day) {
        Instant opens = Instant.parse(OPENS);
        long wall = System.currentTimeMillis() * 1_000_000L;
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        LiveStack.launcherJar().toString(),
                        "dev.monger.simulator.server.SimulatorMain",
                        "--symbols",
                        "SPY,IBM",
                        "--seed",
                        "11",
                        "--record",
                        day.toString());
        builder.environment()
                .put("MONGER_CLOCK", wall + "," + opens.getEpochSecond() * 1_000_000_000L + ",300");
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("recording.log").toFile());
        try {
            Process simulator = builder.start();
            try {
                Awaitility.await("an hour and a half is recorded")
                        .atMost(LiveStack.PATIENCE)
                        .failFast("the simulator has ended", () -> !simulator.isAlive())
                        .until(() ->
                                lastTime(day.resolve("IBM.csv")).compareTo("2026-11-23T16") > 0);
            } finally {
                simulator.destroy();
                simulator.waitFor(20, TimeUnit.SECONDS);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static String lastTime(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        List<String> lines = Files.readAllLines(file);
        return lines.size() < 3 ? "" : lines.get(lines.size() - 2).split(",", 2)[0];
    }
}
