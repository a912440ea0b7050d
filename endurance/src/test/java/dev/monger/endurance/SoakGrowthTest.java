package dev.monger.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoakGrowthTest {

    private static final int MEBIBYTE = 1 << 20;

    private static List<SoakWindow> windows(IntToLongFunction heap, IntToLongFunction files) {
        return IntStream.range(0, 40)
                .mapToObj(index ->
                        new SoakWindow(
                                index,
                                heap.applyAsLong(index),
                                MEBIBYTE,
                                files.applyAsLong(index),
                                100L * index))
                .toList();
    }

    @Test
    void shouldAllowWhatTheBooksKeepOfOrders() {
        SoakGrowth growth =
                new SoakGrowth(windows(index -> 50 * MEBIBYTE + 4096L * 100 * index, _ -> 99));
        assertThat(growth.failures()).isEmpty();
        assertThat(growth.figures()).contains("1,500 orders more");
    }

    @Test
    void shouldIgnoreWhatIsHeldWhileEverythingIsWarmedUp() {
        SoakGrowth growth =
                new SoakGrowth(windows(index -> MEBIBYTE * Math.min(index, 10L), _ -> 99));
        assertThat(growth.failures()).isEmpty();
    }

    @Test
    void shouldNoticeAHeapThatGrows() {
        SoakGrowth growth = new SoakGrowth(windows(index -> 2L * MEBIBYTE * index, _ -> 99));
        assertThat(growth.failures()).singleElement().asString().startsWith("the heap grew by");
    }

    @Test
    void shouldNoticeFilesThatStayOpen() {
        SoakGrowth growth = new SoakGrowth(windows(_ -> MEBIBYTE, index -> 90 + index / 4));
        assertThat(growth.failures()).singleElement().asString().startsWith("open files grew");
    }
}
