package dev.monger.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.engine.history.BarSeries.Hole;
import dev.monger.prediction.Features.ClosedBar;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryLoopTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long BAR = 5 * SECOND;

    private final HistoryLoop loop = new HistoryLoop(new BarSeries(BAR, 100), 3);

    private static ClosedBar bar(long start, long close) {
        return new ClosedBar(start, close, close, close, close, 1);
    }

    @Test
    void shouldAskForThePastAndFollowWhenLinked() {
        // When
        loop.linked(0);

        // Then
        assertThat(loop.due(0)).containsExactly(new HistoryRequest.Follow(5 * BAR));
        assertThat(loop.due(0)).isEmpty();
    }

    @Test
    void shouldCloseABarOnlyWhenALaterOneBegins() {
        // Given
        loop.linked(0);
        loop.answered(List.of(bar(0, 10), bar(BAR, 11), bar(2 * BAR, 12)), 0);

        // When
        loop.updated(bar(2 * BAR, 13), 1);

        // Then
        assertThat(loop.newestStart()).contains(BAR);
        assertThat(loop.whole()).isEmpty();

        // When the next begins
        loop.updated(bar(3 * BAR, 14), 2);

        // Then the last word about the bar before counts
        assertThat(loop.whole().orElseThrow())
                .containsExactly(bar(0, 10), bar(BAR, 11), bar(2 * BAR, 13));
    }

    @Test
    void shouldRefillAHole() {
        // Given
        loop.linked(0);
        loop.due(0);
        loop.answered(List.of(bar(0, 10), bar(BAR, 11)), 0);
        loop.updated(bar(4 * BAR, 12), 4 * BAR);
        loop.updated(bar(5 * BAR, 12), 5 * BAR);

        // When
        List<HistoryRequest> requests = loop.due(5 * BAR);

        // Then
        Hole hole = new Hole(2 * BAR, 4 * BAR);
        assertThat(requests).containsExactly(new HistoryRequest.Refill(hole));

        // When the broker answers
        loop.answered(List.of(bar(2 * BAR, 20), bar(3 * BAR, 21)), 6 * BAR);

        // Then
        assertThat(loop.whole().orElseThrow())
                .containsExactly(bar(2 * BAR, 20), bar(3 * BAR, 21), bar(4 * BAR, 12));
    }

    @Test
    void shouldTakeAHoleForFlatWhenTheBrokerHasTwiceNothingForIt() {
        // Given
        loop.linked(0);
        loop.due(0);
        loop.answered(List.of(bar(0, 10)), 0);
        loop.updated(bar(BAR, 11), BAR);
        loop.updated(bar(3 * BAR, 12), 3 * BAR);
        loop.updated(bar(4 * BAR, 12), 4 * BAR);
        long now = 4 * BAR;

        for (int asked = 0; asked < 2; asked++) {
            // When
            List<HistoryRequest> requests = loop.due(now);
            loop.updated(bar(4 * BAR, 12), now);

            // Then
            assertThat(requests)
                    .containsExactly(new HistoryRequest.Refill(new Hole(2 * BAR, 3 * BAR)));
            loop.answered(List.of(), now);
            now += HistoryLoop.PAUSE_NANOS;
        }
        assertThat(loop.whole().orElseThrow())
                .extracting(ClosedBar::closeE8)
                .containsExactly(11L, 11L, 12L);
    }

    @Test
    void shouldFollowAgainAfterSilence() {
        // Given
        loop.linked(0);
        loop.due(0);
        loop.answered(List.of(bar(0, 10)), 0);

        // When
        long now = loop.nextWakeNanos();

        // Then
        assertThat(loop.due(now - 2)).isEmpty();
        assertThat(loop.due(now))
                .containsExactly(new HistoryRequest.Unfollow(), new HistoryRequest.Follow(5 * BAR));
    }

    @Test
    void shouldNotAskTwiceWithinThePause() {
        // Given
        loop.linked(0);
        loop.due(0);

        // When
        loop.subscriptionEnded();

        // Then
        assertThat(loop.due(HistoryLoop.PAUSE_NANOS - 1)).isEmpty();
        assertThat(loop.due(HistoryLoop.PAUSE_NANOS)).hasSize(1);
    }

    @Test
    void shouldForgetWhatWasAskedWhenTheLinkIsLost() {
        // Given
        loop.linked(0);
        loop.due(0);

        // When
        loop.unlinked();

        // Then
        assertThat(loop.due(Long.MAX_VALUE)).isEmpty();
        assertThat(loop.nextWakeNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void shouldAskEverMoreSeldomForWhatIsRefused() {
        // Given
        loop.linked(0);
        long now = 0;
        List<Long> asked = new ArrayList<>();

        // When each request fails
        for (int second = 0; second < 3600; second++) {
            now = second * SECOND;
            if (!loop.due(now).isEmpty()) {
                asked.add((long) second);
                loop.subscriptionEnded();
            }
        }

        // Then the pauses double up to a limit
        assertThat(asked.subList(0, 6)).containsExactly(0L, 16L, 48L, 112L, 240L, 496L);
        assertThat(asked).hasSizeBetween(10, 13);

        // And one answer makes them short again
        loop.answered(List.of(), now);
        long next = loop.nextWakeNanos();
        loop.due(next);
        loop.subscriptionEnded();
        assertThat(loop.nextWakeNanos() - next).isEqualTo(HistoryLoop.PAUSE_NANOS);
    }
}
