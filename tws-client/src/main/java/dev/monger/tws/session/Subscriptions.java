package dev.monger.tws.session;

import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage.ErrorMessage;
import dev.monger.tws.session.SubscriptionLine.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the owner wants streamed, and what is seen of it.
 *
 * <p>Everything wanted is asked for when the session is ready, after each reconnection and after a
 * loss of data at TWS (1101), each under a new request id. One that TWS ends is asked for anew by
 * itself. When a farm comes back, only what stays silent is. What TWS never answers or refuses is
 * asked for again when that can help, and ever more seldom. All of it is said in the data lane, so
 * that no trouble with data touches an order. Each change is told as {@link
 * SessionEvent.SubscriptionChanged}.
 */
public final class Subscriptions {

    /** How the session says something and numbers it. */
    interface Speaker {
        boolean isReady();

        int takeRequestId();

        Sending say(ClientMessage message, long nowNanos, SessionOutputs out);
    }

    private static final int ANY_KIND = 0;

    private final Speaker speaker;
    private final long silenceNanos;
    private final long pendingNanos;
    private final List<SubscriptionLine> lines = new ArrayList<>();
    private final SortedMap<Integer, SubscriptionLine> byRequest = new TreeMap<>();
    private final SortedSet<String> farmsAway = new TreeSet<>();
    private int marketDataType = ANY_KIND;
    private boolean apart;

    Subscriptions(Speaker speaker, SessionSettings.Times times) {
        this.speaker = speaker;
        silenceNanos = times.silenceNanos();
        pendingNanos = times.requestDeadlineNanos();
    }

    /**
     * Wants a stream from now on, over reconnections; wanting it twice changes nothing.
     *
     * @throws IllegalArgumentException when the values of another account are wanted already, since
     *     TWS streams those of one only
     */
    public void want(Subscription what, long nowNanos, SessionOutputs out) {
        if (find(what).isPresent()) {
            return;
        }
        if (what instanceof Subscription.AccountUpdates
                && lines.stream()
                        .anyMatch(line -> line.what instanceof Subscription.AccountUpdates)) {
            throw new IllegalArgumentException(
                    "Condition failed: the values of one account at a time, as TWS has it: "
                            + what);
        }
        SubscriptionLine line = new SubscriptionLine(what);
        lines.add(line);
        ask(line, nowNanos, out);
    }

    /** Wants a stream no longer; one that TWS had no room for may be asked for in its place. */
    public void drop(Subscription what, long nowNanos, SessionOutputs out) {
        Optional<SubscriptionLine> found = find(what);
        if (found.isEmpty()) {
            return;
        }
        SubscriptionLine line = found.get();
        lines.remove(line);
        end(line, nowNanos, out);
        lines.stream()
                .filter(other -> other.remedy == Remedy.LINE_FREE)
                .filter(other -> other.what.getClass() == what.getClass())
                .findFirst()
                .ifPresent(other -> ask(other, nowNanos, out));
    }

    /**
     * Allows other kinds of market data from now on, over reconnections; what was refused for want
     * of live data is asked for again.
     *
     * @param type 1 live, 2 frozen, 3 delayed, 4 delayed and frozen
     */
    public void allow(int type, long nowNanos, SessionOutputs out) {
        if (type == marketDataType) {
            return;
        }
        marketDataType = type;
        sayKind(nowNanos, out);
        for (SubscriptionLine line : List.copyOf(lines)) {
            if (line.observed == Observed.REFUSED && line.what.isServedBy(FarmKind.MARKET_DATA)) {
                ask(line, nowNanos, out);
            }
        }
    }

    /** Asks anew at once for what is wanted but does not come. */
    public void again(Subscription what, long nowNanos, SessionOutputs out) {
        find(what)
                .filter(line -> !line.observed.isFlowing())
                .ifPresent(line -> ask(line, nowNanos, out));
    }

    /**
     * Asks anew for a stream that may be stale, though it flows: TWS then tells its whole state.
     * One that was asked for just now, or is about to be, is left alone.
     */
    public void renew(Subscription what, long nowNanos, SessionOutputs out) {
        find(what)
                .filter(line -> line.observed.isFlowing() && line.isCalm(nowNanos))
                .ifPresent(line -> ask(line, nowNanos, out));
    }

    /** Returns everything that is wanted, in the order it was asked for first. */
    public List<Subscription> wanted() {
        return lines.stream().map(line -> line.what).toList();
    }

    /** Returns what is seen of a stream; empty when it is not wanted. */
    public Optional<Observed> observed(Subscription what) {
        return find(what).map(line -> line.observed);
    }

    /** Returns the stream that what comes with a request id belongs to. */
    public Optional<Subscription> of(int requestId) {
        return Optional.ofNullable(byRequest.get(requestId)).map(line -> line.what);
    }

    private Optional<SubscriptionLine> find(Subscription what) {
        return lines.stream().filter(line -> line.what.equals(what)).findFirst();
    }

    private void sayKind(long nowNanos, SessionOutputs out) {
        if (marketDataType != ANY_KIND && speaker.isReady()) {
            speaker.say(new MarketDataRequest.RequestMarketDataType(marketDataType), nowNanos, out);
        }
    }

    private void ask(SubscriptionLine line, long nowNanos, SessionOutputs out) {
        if (!speaker.isReady()) {
            return;
        }
        end(line, nowNanos, out);
        int requestId =
                line.what.hasRequestId() ? speaker.takeRequestId() : SubscriptionLine.NO_REQUEST;
        ClientMessage request = line.what.request(requestId);
        line.asked(requestId, request, nowNanos);
        if (line.what.hasRequestId()) {
            byRequest.put(requestId, line);
        }
        line.observe(Observed.PENDING, out);
        Sending sending = speaker.say(request, nowNanos, out);
        if (sending == Sending.REFUSED || sending == Sending.FULL) {
            line.troubled(sending == Sending.FULL ? Remedy.SELDOM : Remedy.NONE, nowNanos);
            line.observe(Observed.REFUSED, out);
        }
    }

    private void end(SubscriptionLine line, long nowNanos, SessionOutputs out) {
        byRequest.remove(line.requestId);
        if (line.alive && speaker.isReady()) {
            line.alive = false;
            speaker.say(line.what.cancel(line.requestId), nowNanos, out);
        }
    }

    /** The session is ready: asks for everything. */
    void ready(long nowNanos, SessionOutputs out) {
        sayKind(nowNanos, out);
        askAll(nowNanos, out);
    }

    private void askAll(long nowNanos, SessionOutputs out) {
        for (SubscriptionLine line : List.copyOf(lines)) {
            ask(line, nowNanos, out);
        }
    }

    /** The session is gone, and every subscription with it. */
    void closed(SessionOutputs out) {
        // Not when the next one is ready: TWS may tell of outages before that.
        apart = false;
        farmsAway.clear();
        byRequest.clear();
        for (SubscriptionLine line : lines) {
            line.forget();
            line.observe(Observed.WAITING, out);
        }
    }

    /** A message has left: from now on its answer is awaited. */
    void left(ClientMessage message, long nowNanos) {
        if (message instanceof OrderRequest) {
            return;
        }
        for (SubscriptionLine line : lines) {
            if (message.equals(line.request)) {
                line.watch(Watch.TELL, nowNanos + pendingNanos);
            }
        }
    }

    /** A message will never leave: it is asked for again, some time. */
    void gaveUp(ClientMessage message, long nowNanos, SessionOutputs out) {
        for (SubscriptionLine line : lines) {
            if (message.equals(line.request)) {
                line.troubled(Remedy.SELDOM, nowNanos);
                line.observe(Observed.REFUSED, out);
            }
        }
    }

    /** A tick came. */
    void ticked(Tick tick, long nowNanos, SessionOutputs out) {
        SubscriptionLine line = byRequest.get(tick.requestId());
        if (line != null) {
            Observed seen =
                    switch (tick) {
                        case Tick.Live _ -> Observed.LIVE;
                        case Tick.Frozen _ -> Observed.FROZEN;
                        case Tick.Delayed _ -> Observed.DELAYED;
                        case Tick.DelayedFrozen _ -> Observed.DELAYED_FROZEN;
                    };
            heard(line, seen, nowNanos, out);
        }
    }

    /** TWS says what kind of data will come: what was live is so no more at once. */
    void kindTold(int requestId, DataKind kind, SessionOutputs out) {
        SubscriptionLine line = byRequest.get(requestId);
        if (line != null && line.observed.isFlowing() && kind != DataKind.LIVE) {
            line.observe(Observed.of(kind), out);
        }
    }

    /** Another message came: data and accounts' values show that their stream lives. */
    void received(ServerMessage message, long nowNanos, SessionOutputs out) {
        switch (message) {
            case AccountMessage.Position _, AccountMessage.PositionEnd _ ->
                    heardOf(Subscription.Positions.class, nowNanos, out);
            case AccountMessage.AccountValue _,
                    AccountMessage.PortfolioValue _,
                    AccountMessage.AccountUpdateTime _,
                    AccountMessage.AccountDownloadEnd _ ->
                    heardOf(Subscription.AccountUpdates.class, nowNanos, out);
            default -> {
                SubscriptionLine line = byRequest.get(StreamIds.of(message));
                if (line != null) {
                    heard(line, Observed.LIVE, nowNanos, out);
                }
            }
        }
    }

    private void heardOf(Class<? extends Subscription> kind, long nowNanos, SessionOutputs out) {
        for (SubscriptionLine line : lines) {
            if (kind.isInstance(line.what) && line.alive) {
                heard(line, Observed.LIVE, nowNanos, out);
            }
        }
    }

    private void heard(SubscriptionLine line, Observed seen, long nowNanos, SessionOutputs out) {
        line.heard(nowNanos);
        line.observe(seen, out);
    }

    /** TWS said something about a request, or about the account's values. */
    void failed(ErrorMessage error, ErrorKind kind, long nowNanos, SessionOutputs out) {
        boolean ofAccount =
                kind == ErrorKind.ACCOUNT_UPDATES_REPLACED
                        || kind == ErrorKind.ACCOUNT_UPDATES_REFUSED;
        for (SubscriptionLine line : List.copyOf(lines)) {
            boolean meant =
                    ofAccount
                            ? line.what instanceof Subscription.AccountUpdates
                            : line.what.hasRequestId() && byRequest.get(error.id()) == line;
            if (meant) {
                troubled(line, error, kind, nowNanos, out);
            }
        }
    }

    private void troubled(
            SubscriptionLine line,
            ErrorMessage error,
            ErrorKind kind,
            long nowNanos,
            SessionOutputs out) {
        if (kind == ErrorKind.DATA_DELAYED) {
            line.observe(Observed.DELAYED, error.code(), error.text(), out);
        }
        Remedy remedy = Remedy.of(kind, error.text(), apart);
        if (remedy == Remedy.GO_ON) {
            return;
        }
        line.troubled(remedy, nowNanos);
        if (remedy != Remedy.LATER && remedy != Remedy.NONE) {
            // A late message of what is over must not be taken for its return.
            byRequest.remove(line.requestId);
        }
        line.observe(
                remedy == Remedy.AGAIN || remedy == Remedy.LINK_BACK
                        ? Observed.WAITING
                        : Observed.REFUSED,
                error.code(),
                error.text(),
                out);
        if (!apart && line.retryNanos <= nowNanos) {
            ask(line, nowNanos, out);
        }
    }

    /** A farm changed; when one comes back, what it may serve is watched. */
    void farm(SessionEvent.FarmChanged farm, long nowNanos) {
        String name = farm.kind() + " " + farm.name();
        if (!farm.ok()) {
            farmsAway.add(name);
        } else if (farmsAway.remove(name)) {
            for (SubscriptionLine line : lines) {
                if (line.alive && line.what.isServedBy(farm.kind())) {
                    line.watch(Watch.ASK_ANEW, nowNanos + silenceNanos);
                }
            }
        }
    }

    void linkLost() {
        apart = true;
    }

    /** The broker is back: everything is asked for anew when data was lost, else only refusals. */
    void linkRestored(boolean dataLost, long nowNanos, SessionOutputs out) {
        apart = false;
        if (!speaker.isReady()) {
            return;
        }
        for (SubscriptionLine line : List.copyOf(lines)) {
            if (dataLost || line.remedy == Remedy.LINK_BACK) {
                ask(line, nowNanos, out);
            } else if (line.watch == Watch.ASK_ANEW) {
                line.watch(Watch.ASK_ANEW, nowNanos + silenceNanos);
            }
        }
    }

    /** Does what is due; while TWS and the broker are apart nothing is. */
    void woke(long nowNanos, SessionOutputs out) {
        if (apart || !speaker.isReady()) {
            return;
        }
        for (SubscriptionLine line : List.copyOf(lines)) {
            if (line.retryNanos <= nowNanos) {
                ask(line, nowNanos, out);
            } else if (line.watchNanos <= nowNanos) {
                silent(line, nowNanos, out);
            }
        }
    }

    private void silent(SubscriptionLine line, long nowNanos, SessionOutputs out) {
        Watch watch = line.watch;
        line.watch(Watch.NONE, SubscriptionLine.NEVER);
        line.observe(Observed.SILENT, out);
        if (watch == Watch.ASK_ANEW) {
            ask(line, nowNanos, out);
        } else {
            // The request or its answer was lost, and nobody will say so.
            line.askLater(nowNanos);
        }
    }

    long nextWakeNanos() {
        long next = SubscriptionLine.NEVER;
        if (!apart && speaker.isReady()) {
            for (SubscriptionLine line : lines) {
                next = Math.min(next, Math.min(line.retryNanos, line.watchNanos));
            }
        }
        return next;
    }
}
