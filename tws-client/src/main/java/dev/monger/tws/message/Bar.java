package dev.monger.tws.message;

/**
 * One bar of history, by its start.
 *
 * @param time epoch seconds with format 2 and intraday bars, else a date text as TWS sent it
 * @param volumeE8 shares or contracts; −1 when the bar is not of trades
 * @param averagePriceE8 volume-weighted; −1 when the bar is not of trades
 * @param count trades; −1 when the bar is not of trades
 */
public record Bar(
        String time,
        long openE8,
        long highE8,
        long lowE8,
        long closeE8,
        long volumeE8,
        long averagePriceE8,
        int count) {}
