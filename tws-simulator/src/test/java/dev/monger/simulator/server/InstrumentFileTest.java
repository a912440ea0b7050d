package dev.monger.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monger.simulator.venue.Instrument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstrumentFileTest {
    @TempDir private Path folder;

    @Test
    void shouldListASymbolTwiceWhenItHasAnotherNumberAndPlace() throws Exception {
        // Given
        Path file =
                written("# remark", "IBM,,,200", "IBM,777,LSEETF,150,2", "NEW,,,12.5,1,500,200");

        // When
        List<Instrument> read = InstrumentFile.read(file);
        List<Instrument> only = InstrumentFile.only(List.of("ibm", "made"), read);

        // Then
        assertThat(read)
                .filteredOn(one -> one.symbol().equals("IBM"))
                .extracting(one -> one.conId() + " " + one.primaryExchange())
                .containsExactlyInAnyOrder("8314 NYSE", "777 LSEETF");
        assertThat(read)
                .filteredOn(one -> one.symbol().equals("NEW"))
                .singleElement()
                .extracting(one -> one.character().startPriceE8())
                .isEqualTo(1_250_000_000L);
        assertThat(only).hasSize(3);
    }

    @Test
    void shouldSayWhichLineIsWrong() throws Exception {
        // Given
        Path file = written("IBM", "SPY,x", ",,", "A,1,NYSE,1,1,1,1,1");

        // When, Then
        assertThatThrownBy(() -> InstrumentFile.read(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("line 3: no symbol")
                .hasMessageContaining("line 4: at most 7 fields, found 8")
                .hasMessageContaining("right would be symbol,conId");
    }

    private Path written(String... lines) throws Exception {
        return Files.write(folder.resolve("instruments.csv"), List.of(lines));
    }
}
