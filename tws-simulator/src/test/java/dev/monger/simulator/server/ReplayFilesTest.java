package dev.monger.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monger.simulator.SimulatorSettings;
import dev.monger.simulator.TwsSimulator;
import dev.monger.simulator.venue.Instruments;
import dev.monger.simulator.venue.MarketEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayFilesTest {
    private static final long START = 1_795_530_600_000_000_000L;

    @TempDir private Path folder;

    @Test
    void shouldReadAllSymbolsInOneTimeOrder() throws Exception {
        // Given
        write("IBM.csv", "2013-10-07T08:00:01Z,QUOTE,181.25,200,181.8,3000");
        try (OutputStream packed =
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("SPY.csv.gz")))) {
            packed.write(
                    (MarketDataFormat.HEADER + "\n2013-10-07T08:00:00Z,TRADE,167.41,2049\n")
                            .getBytes(StandardCharsets.UTF_8));
        }

        // When
        ReplayFiles files = ReplayFiles.read(folder, Instruments.usual());

        // Then
        assertThat(files.instruments()).extracting("symbol").containsExactly("IBM", "SPY");
        assertThat(files.instruments()).extracting("conId").containsExactly(8314, 756733);
        assertThat(files.market().next()).isInstanceOf(MarketEvent.Traded.class);
        assertThat(files.market().next()).isInstanceOf(MarketEvent.QuoteChanged.class);
        assertThat(files.lastNanos() - files.firstNanos()).isEqualTo(1_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2013-10-07T08:00:00Z,QUOTE,1,2,3 | a QUOTE has 6 fields, found 5",
                "2013-10-07 08:00,TRADE,1,2 | the time '2013-10-07 08:00' is none",
                "2013-10-07T08:00:00Z,TADE,1,2 | must be QUOTE or TRADE, was 'TADE'",
                "2013-10-07T08:00:00Z,TRADE,abc,2 | the price 'abc' is no price",
                "2013-10-07T08:00:00Z,TRADE,1.5,2.5 | the size '2.5' is no whole number",
                "2013-10-06T08:00:00Z,TRADE,1.5,2 | its time is before that of the line above",
            })
    void shouldRefuseAMalformedLineWithFileAndLine(String line, String problem) throws Exception {
        // Given
        write("IBM.csv", "2013-10-07T07:00:00Z,TRADE,181.52,283\n" + line);

        // When, Then
        assertThatThrownBy(() -> ReplayFiles.read(folder, Instruments.usual()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("IBM.csv, line 3: ")
                .hasMessageContaining(problem);
    }

    @Test
    void shouldRefuseAFolderWithoutFilesAndAFileWithoutHeader() throws Exception {
        // When, Then
        assertThatThrownBy(() -> ReplayFiles.read(folder, Instruments.usual()))
                .hasMessageContaining("no file named SYMBOL.csv");
        Files.writeString(folder.resolve("IBM.csv"), "2013-10-07T08:00:00Z,TRADE,1.5,2\n");
        assertThatThrownBy(() -> ReplayFiles.read(folder, Instruments.usual()))
                .hasMessageContaining("IBM.csv, line 1: expected the header");
    }

    @Test
    void shouldReplayExactlyWhatWasRecorded() throws Exception {
        // Given
        TwsSimulator generated = TwsSimulator.generated(SimulatorSettings.usual(5), START);
        List<MarketEvent> told = new ArrayList<>();
        try (MarketRecorder recorder = new MarketRecorder(folder, Instruments.usual())) {
            generated.recordWith(event -> {
                told.add(event);
                recorder.record(event);
            });
            generated.advanceTo(START + 60_000_000_000L);
        }

        // When
        ReplayFiles files = ReplayFiles.read(folder, Instruments.usual());

        // Then
        List<MarketEvent> replayed = new ArrayList<>();
        while (files.market().nextNanos() < Long.MAX_VALUE) {
            replayed.add(files.market().next());
        }
        assertThat(told).hasSizeGreaterThan(500);
        assertThat(replayed).containsExactlyInAnyOrderElementsOf(told);
        assertThat(replayed)
                .isSortedAccordingTo((a, b) -> Long.compare(a.timeNanos(), b.timeNanos()));
    }

    private void write(String name, String lines) throws IOException {
        Files.writeString(folder.resolve(name), MarketDataFormat.HEADER + "\n" + lines + "\n");
    }
}
