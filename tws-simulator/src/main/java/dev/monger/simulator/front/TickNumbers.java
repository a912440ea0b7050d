package dev.monger.simulator.front;

import dev.monger.tws.message.TickType;

/**
 * The numbers of the ticks of one kind of data, live or delayed.
 *
 * @param timestamp the last trade's time, a text
 * @param halted whether it is halted, a number
 */
record TickNumbers(
        int bid,
        int bidSize,
        int ask,
        int askSize,
        int last,
        int lastSize,
        int volume,
        int timestamp,
        int halted,
        Day day) {

    /** The numbers of the day's prices. */
    record Day(int open, int high, int low, int close) {}

    private static final int DELAYED_LAST_TIMESTAMP = 88;
    private static final int DELAYED_HALTED = 90;

    static final TickNumbers LIVE =
            new TickNumbers(
                    TickType.BID,
                    TickType.BID_SIZE,
                    TickType.ASK,
                    TickType.ASK_SIZE,
                    TickType.LAST,
                    TickType.LAST_SIZE,
                    TickType.VOLUME,
                    TickType.LAST_TIMESTAMP,
                    TickType.HALTED,
                    new Day(TickType.OPEN, TickType.HIGH, TickType.LOW, TickType.CLOSE));

    static final TickNumbers DELAYED =
            new TickNumbers(
                    TickType.DELAYED_BID,
                    TickType.DELAYED_BID_SIZE,
                    TickType.DELAYED_ASK,
                    TickType.DELAYED_ASK_SIZE,
                    TickType.DELAYED_LAST,
                    TickType.DELAYED_LAST_SIZE,
                    TickType.DELAYED_VOLUME,
                    DELAYED_LAST_TIMESTAMP,
                    DELAYED_HALTED,
                    new Day(
                            TickType.DELAYED_OPEN,
                            TickType.DELAYED_HIGH,
                            TickType.DELAYED_LOW,
                            TickType.DELAYED_CLOSE));

    /** The numbers of data of a type from 1 to 4. */
    static TickNumbers of(int dataType) {
        return dataType >= DataFeed.DELAYED ? DELAYED : LIVE;
    }
}
