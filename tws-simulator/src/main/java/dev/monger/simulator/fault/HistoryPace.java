package dev.monger.simulator.fault;

import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.MarketDataRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TWS's three rules for requests of small bars, of real-time bars and of the start of history,
 * counted over all sessions of one TWS.
 */
final class HistoryPace {
    private static final long SECOND = 1_000_000_000L;
    private static final long BURST_NANOS = 2 * SECOND;
    private static final long LONG_NANOS = 600 * SECOND;
    private static final List<String> SMALL =
            List.of("1 sec", "1 secs", "5 secs", "10 secs", "15 secs", "30 secs");

    private final Deque<Asked> asked = new ArrayDeque<>();

    private record Asked(long nanos, String request, String contract, int weight) {}

    private static boolean isSmall(String barSize) {
        return SMALL.contains(barSize);
    }

    /** Counts a request, and tells whether it breaks one of the rules. */
    boolean isTooMuch(ClientMessage message, long nowNanos, Fault rules) {
        Asked now = counted(message, nowNanos);
        if (now == null) {
            return false;
        }
        long forgotten = Math.max(LONG_NANOS, rules.nanos("identicalMillis"));
        while (!asked.isEmpty() && asked.getFirst().nanos() <= nowNanos - forgotten) {
            asked.removeFirst();
        }
        boolean broken =
                isIdentical(now, rules) || isBurst(now, rules) || isTooManyInAll(now, rules);
        asked.addLast(now);
        return broken;
    }

    /** The request as it counts, null when it is not one of those that do. */
    private static @Nullable Asked counted(ClientMessage message, long nowNanos) {
        return switch (message) {
            case MarketDataRequest.RequestHistoricalData wanted when isSmall(wanted.barSize()) ->
                    asked(nowNanos, same(wanted), wanted.contract(), wanted.whatToShow());
            case MarketDataRequest.RequestHeadTimestamp wanted ->
                    asked(nowNanos, "head", wanted.contract(), wanted.whatToShow());
            case MarketDataRequest.RequestRealTimeBars wanted ->
                    asked(nowNanos, "bars", wanted.contract(), wanted.whatToShow());
            default -> null;
        };
    }

    private static Asked asked(long nowNanos, String request, Contract contract, String what) {
        String meant = contract(contract) + what;
        return new Asked(nowNanos, request + meant, meant, what.equals("BID_ASK") ? 2 : 1);
    }

    private boolean isIdentical(Asked now, Fault rules) {
        long since = now.nanos() - rules.nanos("identicalMillis");
        return asked.stream()
                .anyMatch(one -> one.nanos() > since && one.request().equals(now.request()));
    }

    private boolean isBurst(Asked now, Fault rules) {
        long since = now.nanos() - BURST_NANOS;
        int weight =
                asked.stream()
                        .filter(one -> one.nanos() > since)
                        .filter(one -> one.contract().equals(now.contract()))
                        .mapToInt(Asked::weight)
                        .sum();
        return weight + now.weight() >= rules.whole("perContract");
    }

    private boolean isTooManyInAll(Asked now, Fault rules) {
        long since = now.nanos() - LONG_NANOS;
        int weight =
                asked.stream().filter(one -> one.nanos() > since).mapToInt(Asked::weight).sum();
        return weight + now.weight() > rules.whole("perTenMinutes");
    }

    private static String contract(Contract contract) {
        return contract.conId()
                + " "
                + contract.symbol()
                + " "
                + contract.secType()
                + " "
                + contract.exchange()
                + " ";
    }

    private static String same(MarketDataRequest.RequestHistoricalData request) {
        return request.endDateTime()
                + "|"
                + request.barSize()
                + "|"
                + request.duration()
                + "|"
                + request.useRegularHours()
                + "|"
                + request.formatDate()
                + "|";
    }
}
