package dev.monger.simulator.fault;

import dev.monger.tws.message.Contract;
import dev.monger.tws.message.MarketDataRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** TWS's three rules for requests of small bars, counted over all sessions of one TWS. */
final class HistoryPace {
    private static final long SECOND = 1_000_000_000L;
    private static final long BURST_NANOS = 2 * SECOND;
    private static final long LONG_NANOS = 600 * SECOND;
    private static final List<String> SMALL =
            List.of("1 sec", "1 secs", "5 secs", "10 secs", "15 secs", "30 secs");

    private final Deque<Asked> asked = new ArrayDeque<>();

    private record Asked(long nanos, String request, String contract, int weight) {}

    static boolean isSmall(String barSize) {
        return SMALL.contains(barSize);
    }

    /** Counts a request, and tells whether it breaks one of the rules. */
    boolean isTooMuch(MarketDataRequest.RequestHistoricalData request, long nowNanos, Fault rules) {
        long forgotten = Math.max(LONG_NANOS, rules.nanos("identicalMillis"));
        while (!asked.isEmpty() && asked.getFirst().nanos() <= nowNanos - forgotten) {
            asked.removeFirst();
        }
        Asked now =
                new Asked(
                        nowNanos,
                        same(request),
                        contract(request.contract()) + request.whatToShow(),
                        request.whatToShow().equals("BID_ASK") ? 2 : 1);
        boolean broken =
                isIdentical(now, rules) || isBurst(now, rules) || isTooManyInAll(now, rules);
        asked.addLast(now);
        return broken;
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
        return contract(request.contract())
                + request.endDateTime()
                + "|"
                + request.barSize()
                + "|"
                + request.duration()
                + "|"
                + request.useRegularHours()
                + "|"
                + request.whatToShow()
                + "|"
                + request.formatDate();
    }
}
