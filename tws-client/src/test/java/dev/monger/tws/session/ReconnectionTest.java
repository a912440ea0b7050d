package dev.monger.tws.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconnectionTest {

    private static final long SECOND = ScriptedTws.SECOND;

    private final Reconnection reconnection = new Reconnection(Backoff.of(SECOND, 10 * SECOND));

    @Test
    void shouldWaitLongerAfterEachLossUntilASessionWasReady() {
        List<Long> pauses = new ArrayList<>();
        for (int loss = 0; loss < 6; loss++) {
            reconnection.lost(0);
            pauses.add(reconnection.nextWakeNanos() / SECOND);
        }
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 10L, 10L);
        assertThat(reconnection.failures()).isEqualTo(6);
        reconnection.succeeded();
        assertThat(reconnection.nextWakeNanos()).isEqualTo(Long.MAX_VALUE);
        reconnection.lost(0);
        assertThat(reconnection.nextWakeNanos()).isEqualTo(SECOND);
    }

    @Test
    void shouldTellOnceThatItIsTime() {
        reconnection.lost(5 * SECOND);
        assertThat(reconnection.due(6 * SECOND - 1)).isFalse();
        assertThat(reconnection.due(6 * SECOND)).isTrue();
        assertThat(reconnection.due(60 * SECOND)).isFalse();
        reconnection.begin(70 * SECOND);
        assertThat(reconnection.due(70 * SECOND)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT_ID_IN_USE,2",
        "HALF_OPEN,1",
        "HANDSHAKE_SILENT,1",
        "BROKEN,1",
        "SERVER_TOO_OLD,10",
        "SERVER_TOO_NEW,10",
        "NOT_TWS,10",
        "PORT_CHANGED,10"
    })
    void shouldGiveTheCauseOfALossItsTime(CloseReason reason, long seconds) {
        reconnection.mustClose(reason);
        reconnection.lost(0);
        assertThat(reconnection.nextWakeNanos()).isEqualTo(seconds * SECOND);
        reconnection.lost(0);
        assertThat(reconnection.nextWakeNanos()).isEqualTo(2 * SECOND);
    }

    /** M11: TWS holds the id of a lost connection for some time. */
    @Test
    void shouldTryTheSameIdUntilTwsLetsItGo() {
        // Given a TWS that refuses the id for 20 seconds
        ScriptedTws tws = ScriptedTws.ready(SessionSettings.defaults(7));
        long heldUntil = tws.now + 20 * SECOND;
        tws.hangsUp();
        reconnection.lost(tws.now);

        // When
        int refused = 0;
        while (!tws.session.isReady()) {
            tws.now = reconnection.nextWakeNanos();
            assertThat(reconnection.due(tws.now)).isTrue();
            if (tws.now >= heldUntil) {
                tws.becomesReady();
                continue;
            }
            tws.callAndGreet();
            tws.says(ErrorCase.error(-1, 326));
            refused++;
            reconnection.mustClose(CloseReason.CLIENT_ID_IN_USE);
            tws.hangsUp();
            reconnection.lost(tws.now);
        }

        // Then it was not hammered, and the id is the same
        assertThat(refused).isBetween(3, 5);
        assertThat(tws.clientId()).isEqualTo(7);
    }
}
