package dev.monger.engine.tws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.PredictionRules;
import dev.monger.prediction.Features.ClosedBar;
import dev.monger.tws.message.Bar;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest.CancelHistoricalData;
import dev.monger.tws.message.MarketDataRequest.RequestHistoricalData;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryDeskTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Contract SPY = Contract.stock(756733, "SPY", "ARCA");

    private final HistoryDesk desk = new HistoryDesk();
    private int lastId = 1_000_000_000;

    private List<ClientMessage> due(long seconds) {
        return desk.due(SPY, seconds * SECOND, () -> ++lastId);
    }

    private static Bar bar(long second) {
        return new Bar(Long.toString(second), 1, 1, 1, 1, 1, 1, 1);
    }

    private void update(long second) {
        desk.heard(
                new MarketDataMessage.HistoricalDataUpdate(1_000_000_001, bar(second)),
                second * SECOND);
    }

    /** Bars of five seconds are followed, and the one that begins at 10 is missing. */
    private void followedWithAHole() {
        desk.configure(new PredictionRules(List.of(), Duration.ofSeconds(5), 3), true, 0);
        assertThat(due(0))
                .singleElement()
                .isInstanceOfSatisfying(
                        RequestHistoricalData.class,
                        follow -> {
                            assertThat(follow.barSize()).isEqualTo("5 secs");
                            assertThat(follow.duration()).isEqualTo("30 S");
                            assertThat(follow.keepUpToDate()).isTrue();
                        });
        desk.heard(
                new MarketDataMessage.HistoricalData(
                        1_000_000_001, "", "", List.of(bar(0), bar(5))),
                0);
        update(15);
        update(20);
        update(25);
    }

    @Test
    void shouldEndAtTwsWhatIsFollowedNoLonger() {
        // Given
        followedWithAHole();

        // When other bars are wanted
        desk.configure(
                new PredictionRules(List.of(), Duration.ofSeconds(10), 3), true, 30 * SECOND);

        // Then
        assertThat(due(60)).first().isEqualTo(new CancelHistoricalData(1_000_000_001));

        // And the same after the contract was looked up again, but not in another session
        desk.again(90 * SECOND);
        assertThat(due(120)).first().isEqualTo(new CancelHistoricalData(lastId - 1));
        desk.unlinked();
        desk.linked(150 * SECOND);
        assertThat(due(180)).noneMatch(CancelHistoricalData.class::isInstance);
    }

    @Test
    void shouldTakeThatThereAreNoSuchBarsForAnAnswer() {
        // Given
        followedWithAHole();
        for (int asked = 0; asked < 2; asked++) {
            assertThat(due(40 + 20L * asked)).hasSize(1);

            // When the broker says twice that nothing traded
            desk.failed(lastId, "…:HMDS query returned no data: SPY@SMART Trades", 41 * SECOND);
        }

        // Then the hole is filled with the close before it, and not asked for again
        assertThat(desk.whole().orElseThrow())
                .extracting(ClosedBar::startNanos)
                .containsExactly(10 * SECOND, 15 * SECOND, 20 * SECOND);
        assertThat(due(42 + 40)).noneMatch(HistoryDeskTest::isRefill);
    }

    @Test
    void shouldAskAgainForWhatFailedOtherwise() {
        followedWithAHole();
        assertThat(due(40)).hasSize(1).allMatch(HistoryDeskTest::isRefill);
        desk.failed(lastId, "…:something else", 41 * SECOND);
        assertThat(desk.whole()).isEmpty();
        assertThat(due(57)).hasSize(1).allMatch(HistoryDeskTest::isRefill);
    }

    private static boolean isRefill(ClientMessage message) {
        return message instanceof RequestHistoricalData history && !history.keepUpToDate();
    }
}
