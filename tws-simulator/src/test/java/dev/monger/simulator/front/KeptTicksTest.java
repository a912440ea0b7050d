package dev.monger.simulator.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.tws.message.MarketDataMessage.MarketDataType;
import dev.monger.tws.message.MarketDataMessage.TickByTickMidPoint;
import dev.monger.tws.message.MarketDataMessage.TickPrice;
import dev.monger.tws.message.MarketDataMessage.TickSize;
import dev.monger.tws.message.MarketDataMessage.TickSnapshotEnd;
import dev.monger.tws.message.OrderMessage.OpenOrderEnd;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptTicksTest {

    private final KeptTicks kept = new KeptTicks();

    @Test
    void shouldKeepTheLastTickOfEachRequestAndType() {
        // When
        var passing =
                kept.passing(
                        List.of(
                                new TickPrice(1, 1, 100, 5, 0),
                                new TickSize(1, 0, 5),
                                new TickPrice(2, 1, 200, 5, 0),
                                new TickPrice(1, 1, 101, 6, 0),
                                new TickSize(1, 0, 6)));

        // Then
        assertThat(passing).isEmpty();
        assertThat(kept.takeAll())
                .containsExactly(
                        new TickPrice(1, 1, 101, 6, 0),
                        new TickSize(1, 0, 6),
                        new TickPrice(2, 1, 200, 5, 0));
        assertThat(kept.takeAll()).isEmpty();
    }

    @Test
    void shouldLetEverythingElsePassAtOnce() {
        assertThat(
                        kept.passing(
                                List.of(
                                        new TickPrice(1, 1, 100, 5, 0),
                                        new OpenOrderEnd(),
                                        new TickByTickMidPoint(1, 0, 100))))
                .containsExactly(new OpenOrderEnd(), new TickByTickMidPoint(1, 0, 100));
    }

    @Test
    void shouldNotLetTheEndOfASnapshotOvertakeItsTicks() {
        assertThat(
                        kept.passing(
                                List.of(
                                        new TickPrice(1, 1, 100, 5, 0),
                                        new TickPrice(2, 1, 200, 5, 0),
                                        new TickSnapshotEnd(1),
                                        new MarketDataType(3, 1))))
                .containsExactly(
                        new TickPrice(1, 1, 100, 5, 0),
                        new TickSnapshotEnd(1),
                        new MarketDataType(3, 1));
        assertThat(kept.takeAll()).containsExactly(new TickPrice(2, 1, 200, 5, 0));
    }
}
