package dev.monger.prediction;

import java.util.List;

/**
 * What a prediction source may look at: closed bars, oldest first, without gaps, prices and sizes
 * in units of 1e-8.
 *
 * @param ticker whose bars
 * @param barNanos length of a bar
 * @param bars at most as many as the assignment asks for
 */
public record Features(String ticker, long barNanos, List<ClosedBar> bars) {

    /** One closed bar; the time is its start. */
    public record ClosedBar(
            long startNanos, long openE8, long highE8, long lowE8, long closeE8, long volumeE8) {}
}
