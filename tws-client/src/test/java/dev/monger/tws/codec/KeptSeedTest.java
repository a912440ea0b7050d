package dev.monger.tws.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptSeedTest {

    @Test
    void shouldReadWhatAFailureSaysIsToBeKept() {
        KeptSeed failed = new KeptSeed(30_000_007, 18_001, KeptSeed.Of.SESSION);
        assertThat(failed.again())
                .contains("-Dmonger.fuzz.seed=30000007 -Dmonger.fuzz.frames=18001")
                .contains("'" + failed.line() + "'");
        assertThat(KeptSeed.parse(failed.line() + " an offset beyond the frame")).isEqualTo(failed);
    }

    @Test
    void shouldHaveSeedsOfBoth() {
        assertThat(KeptSeed.all(KeptSeed.Of.FRAMES)).isNotEmpty();
        assertThat(KeptSeed.all(KeptSeed.Of.SESSION)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "4711 0 frames", "4711 20 sessions", "x 20 frames"})
    void shouldRefuseALineThatDoesNotSayHowFar(String line) {
        assertThatThrownBy(() -> KeptSeed.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(line);
    }
}
