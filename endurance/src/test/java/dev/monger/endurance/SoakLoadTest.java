package dev.monger.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SoakLoadTest {

    private static final SoakSettings ASKED = new SoakSettings(32, 100, 20, 600, 90);
    private static final long SECOND = 1_000_000_000L;

    @Test
    void shouldTakeALittleLessForWhatWasAsked() {
        SoakLoad load = new SoakLoad(ASKED, true, 32 * 100 * 18 * 10, 10 * SECOND);
        assertThat(load.updatesOfALine()).isEqualTo(18.0);
        assertThat(load.failures()).isEmpty();
    }

    @Test
    void shouldNoticeASoakOfLessThanItSays() {
        SoakLoad load = new SoakLoad(ASKED, true, 32 * 100 * 2 * 10, 10 * SECOND);
        assertThat(load.failures())
                .containsExactly("2.0 updates a second of each line, not the 20 asked for");
    }

    @Test
    void shouldNoticeLinesThatShowNothing() {
        SoakLoad load = new SoakLoad(ASKED, false, 32 * 100 * 20 * 10, 10 * SECOND);
        assertThat(load.failures())
                .containsExactly("not all lines showed anything after two minutes");
    }
}
