package dev.monger.engine.fuzz;

import org.junit.jupiter.api.Test;

/** As the quick test, for longer and from other seeds. */
class BrokenFramesIT {

    private static final int FRAMES = 12_000;

    @Test
    void shouldLetNoBrokenFrameStopAMonger() {
        EngineFuzz.run(EngineFuzz::monger, 1_000_000, FRAMES);
    }

    @Test
    void shouldLetNoBrokenFrameStopTheAccountsGuard() {
        EngineFuzz.run(EngineFuzz::portfolio, 1_000_000, FRAMES);
    }
}
