package dev.monger.tws.message;

import java.util.List;

/**
 * Which executions are asked for; empty means all.
 *
 * @param clientId 0 for every client
 * @param time executions from then on, yyyyMMdd-HH:mm:ss in UTC
 * @param side BUY or SELL
 * @param lastDays up to 7, from version 200
 * @param dates yyyyMMdd, from version 200
 */
public record ExecutionFilter(
        int clientId,
        String account,
        String time,
        String symbol,
        String secType,
        String exchange,
        String side,
        int lastDays,
        List<Integer> dates) {

    /** All executions. */
    public static final ExecutionFilter NONE =
            new ExecutionFilter(0, "", "", "", "", "", "", Integer.MAX_VALUE, List.of());

    /** Keeps its own copy of the list. */
    public ExecutionFilter {
        dates = List.copyOf(dates);
    }

    /** Returns a filter by account and days back. */
    public static ExecutionFilter ofAccount(String account, int lastDays) {
        return new ExecutionFilter(0, account, "", "", "", "", "", lastDays, List.of());
    }
}
