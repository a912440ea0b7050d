package dev.monger.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.engine.EngineOutput;
import org.junit.jupiter.api.Test;

/** Whatever TWS says, an engine goes on. */
class BrokenFramesTest {

    private static final int FRAMES = 2_000;

    @Test
    void shouldBeginInASessionWithAPosition() {
        assertThat(EngineFuzz.monger().said()).hasSizeGreaterThan(20);
        assertThat(EngineFuzz.portfolio().said()).hasSizeGreaterThan(10);
        assertThat(EngineFuzz.monger().outputs())
                .filteredOn(EngineOutput.Publish.class::isInstance)
                .extracting(output -> ((EngineOutput.Publish) output).topic())
                .contains("trading.fills", "trading.orders");
    }

    @Test
    void shouldLetNoBrokenFrameStopAMonger() {
        EngineFuzz.run(EngineFuzz::monger, 1, FRAMES);
    }

    @Test
    void shouldLetNoBrokenFrameStopTheAccountsGuard() {
        EngineFuzz.run(EngineFuzz::portfolio, 1, FRAMES);
    }
}
