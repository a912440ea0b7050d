package dev.monger.engine.tws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.monger.LinkEvent;
import org.junit.jupiter.api.Test;

class BrokerDeskTest {

    private final DeskAtTws tws = new DeskAtTws();

    @Test
    void shouldTellOfAnOutageThatCameBeforeTheSessionWasReady() {
        tws.connects();
        tws.says(-1, 1100, "Connectivity between IB and TWS has been lost");
        tws.forget();
        tws.greets();
        assertThat(tws.told(LinkEvent.class))
                .hasSize(2)
                .first()
                .isEqualTo(new LinkEvent.LinkOpened(false));
        assertThat(tws.told(LinkEvent.BrokerConnectivityLost.class)).hasSize(1);
    }
}
