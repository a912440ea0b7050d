package dev.monger.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.SimulatorSettings;
import dev.monger.simulator.TwsSimulator;
import dev.monger.simulator.front.Connection;
import dev.monger.simulator.front.ConnectionOutput;
import org.junit.jupiter.api.Test;

/** Which connections faults know of. */
class ConnectionsTest {
    private static final long START_NANOS = 1_795_530_600_000_000_000L;
    private static final ConnectionOutput NOBODY =
            new ConnectionOutput() {
                @Override
                public void send(byte[] bytes) {
                    // Nobody listens.
                }

                @Override
                public void close() {
                    // Nor is there anything to close.
                }
            };

    private final TwsSimulator simulator =
            TwsSimulator.generated(SimulatorSettings.usual(1), START_NANOS);

    @Test
    void shouldForgetAConnectionThatWasRefused() {
        // Given
        simulator.connect(NOBODY);
        simulator.faults().doors().closeFor(1);
        simulator.connect(NOBODY).closedByPeer();
        int behindClosedDoors = simulator.faults().connections();
        simulator.stopFront();

        // When
        Connection refused = simulator.connect(NOBODY);

        // Then
        assertThat(behindClosedDoors).isEqualTo(1);
        assertThat(refused.isClosed()).isTrue();
        assertThat(simulator.faults().connections()).isZero();
    }
}
