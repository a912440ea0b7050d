package dev.monger.engine.tws;

import dev.monger.core.model.ConId;
import dev.monger.core.model.Price;
import dev.monger.core.monger.MarketEvent;
import dev.monger.engine.Now;
import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.Contract;
import dev.monger.tws.session.Observed;
import dev.monger.tws.session.SessionEvent;
import dev.monger.tws.session.SessionOutputs;
import dev.monger.tws.session.Subscription;
import dev.monger.tws.session.Subscriptions;
import dev.monger.tws.session.Tick;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a monger has streamed: its contract's quotes and its profits. */
final class Streams {

    private static final int LIVE = 1;

    /** Asks for the tick that says whether shares can be borrowed. */
    private static final String GENERIC_TICKS = "236";

    private final Subscriptions wanted;
    private final String account;
    private final Quotes quotes = new Quotes();
    private Subscription.@Nullable PnlSingle profit;
    private long positionE8;
    private final SortedSet<String> farmsAway = new TreeSet<>();

    Streams(Subscriptions wanted, String account) {
        this.wanted = wanted;
        this.account = account;
    }

    /** Wants the streams of a contract and of nothing else; those that are wanted go on. */
    void subscribe(Contract contract, ConId conId, Now now, SessionOutputs out) {
        long nanos = now.monotonicNanos();
        var profitOfContract = new Subscription.PnlSingle(account, "", (int) conId.value());
        if (!profitOfContract.equals(profit)) {
            profit = profitOfContract;
            positionE8 = 0;
        }
        List<Subscription> streams =
                List.of(
                        new Subscription.MarketData(contract, GENERIC_TICKS),
                        new Subscription.Pnl(account, ""),
                        profitOfContract);
        for (Subscription earlier : wanted.wanted()) {
            if (!streams.contains(earlier)) {
                wanted.drop(earlier, nanos, out);
            }
        }
        wanted.allow(LIVE, nanos, out);
        for (Subscription stream : streams) {
            wanted.want(stream, nanos, out);
        }
    }

    /** The session is gone; what the next one streams is asked for when its contract is known. */
    void forget(Now now, SessionOutputs out) {
        for (Subscription earlier : wanted.wanted()) {
            wanted.drop(earlier, now.monotonicNanos(), out);
        }
        quotes.begin();
        profit = null;
        positionE8 = 0;
        farmsAway.clear();
    }

    /** TWS and the broker are apart: what comes after is no continuation of what was. */
    void apart() {
        quotes.begin();
    }

    /**
     * What was streamed may be stale, and TWS repeats nothing that did not change: asked anew, it
     * tells both sides at once.
     */
    void renew(Now now, SessionOutputs out) {
        for (Subscription stream : wanted.wanted()) {
            if (stream instanceof Subscription.MarketData) {
                wanted.renew(stream, now.monotonicNanos(), out);
            }
        }
    }

    /** A farm for quotes changed; nobody says which serves ours, so all must be there. */
    MarketEvent farm(SessionEvent.FarmChanged farm, Now now, SessionOutputs out) {
        if (!farm.ok()) {
            farmsAway.add(farm.name());
        } else if (farmsAway.remove(farm.name())) {
            renew(now, out);
        }
        return new MarketEvent.DataFarmReported(farmsAway.isEmpty());
    }

    /** TWS sends no profit of a contract without a position, so the first one asks for it anew. */
    void position(AccountMessage.Position told, Now now, SessionOutputs out) {
        var single = profit;
        if (single == null
                || !told.account().equals(account)
                || told.contract().conId() != single.conId()) {
            return;
        }
        boolean opened = positionE8 == 0 && told.positionE8() != 0;
        positionE8 = told.positionE8();
        if (opened) {
            wanted.again(single, now.monotonicNanos(), out);
        }
    }

    /** Tells whether a stream has a reason to be silent, which nobody need hear of. */
    boolean maybeSilent(SessionEvent.SubscriptionChanged change) {
        return change.observed() == Observed.SILENT
                && change.what() instanceof Subscription.PnlSingle
                && positionE8 == 0;
    }

    Optional<MarketEvent> ticked(Tick tick) {
        return belongs(tick.requestId(), Subscription.MarketData.class)
                ? quotes.heard(tick)
                : Optional.empty();
    }

    Optional<MarketEvent> changed(SessionEvent.SubscriptionChanged change) {
        String why =
                change.code() == 0
                        ? "market data is " + change.observed()
                        : change.code() + " " + change.text();
        return change.what() instanceof Subscription.MarketData
                ? quotes.changed(change.observed(), why)
                : Optional.empty();
    }

    /** Tells whether a profit that came is one of those wanted now. */
    boolean isProfit(int requestId) {
        return belongs(requestId, Subscription.Pnl.class)
                || belongs(requestId, Subscription.PnlSingle.class);
    }

    private boolean belongs(int requestId, Class<? extends Subscription> kind) {
        return wanted.of(requestId).filter(kind::isInstance).isPresent();
    }

    @Nullable Price reference() {
        return quotes.reference();
    }
}
