package dev.monger.system.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the stack ends, and how it begins again after it was killed. */
class EndsIT {

    @Test
    void shouldEndFlatWhenTheWholeProcessGroupIsInterrupted(@TempDir Path folder) {
        try (LiveStack stack = LiveStack.up(folder, "--config", Rules.onSignals(folder, "SPY"))) {
            // Given
            stack.awaitTrading();
            try (SignalSource signals = new SignalSource(stack)) {
                signals.sendUntil("a position", "SPY", true, () -> stack.held("SPY").signum() > 0);
            }
            List<Long> processes = stack.pids();

            // When
            int exitCode = stack.interrupt();

            // Then
            assertThat(exitCode).as(stack.told()).isZero();
            assertThat(stack.summary().path("residualPositions")).isEmpty();
            assertThat(stack.summary().path("fills").asInt()).isGreaterThanOrEqualTo(2);
            assertThat(stack.summary().path("violations")).isEmpty();
            assertThat(processes).hasSizeGreaterThanOrEqualTo(6);
            assertThat(processes).noneMatch(LiveStack::runs);
        }
    }

    @Test
    void shouldGoOnWithTheSameStateAfterTheLauncherWasKilled(@TempDir Path folder) {
        String rules = Rules.onSignals(folder, "SPY");
        // Given
        LiveStack killed = LiveStack.up(folder, "--config", rules);
        killed.awaitTrading();
        try (SignalSource signals = new SignalSource(killed)) {
            signals.sendUntil(
                    "a position with its stop", "SPY", true, () -> killed.openOrders() == 2);
        }
        List<Long> left = killed.pids();

        // When
        killed.killLauncher();
        assertThat(left).as("what the launcher started lives on").allMatch(LiveStack::runs);
        try (LiveStack again = LiveStack.up(folder, "--config", rules)) {
            again.awaitTrading();

            // Then
            assertThat(left).noneMatch(LiveStack::runs);
            assertThat(again.executions().size()).isGreaterThanOrEqualTo(2);
            try (SignalSource signals = new SignalSource(again)) {
                signals.sendUntil(
                        "it trades again", "SPY", true, () -> again.held("SPY").signum() > 0);
            }
            assertThat(again.interrupt()).as(again.told()).isZero();
            assertThat(again.summary().path("residualPositions")).isEmpty();
            assertThat(again.summary().path("violations")).isEmpty();
        }
    }
}
