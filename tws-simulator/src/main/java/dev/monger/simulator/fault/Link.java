package dev.monger.simulator.fault;

import dev.monger.simulator.backend.BooksAtMoment;
import dev.monger.simulator.backend.BrokerBooks;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.OrderRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The link between TWS and the broker. While it is lost, nothing the broker does reaches a client
 * and nothing a client says reaches the broker: both wait here, and have their {@link Turn} when it
 * is back. TWS knows only what it knew when it was lost; a restart forgets that, and what waited.
 */
public final class Link {
    static final int LOST = 1100;
    static final String LOST_TEXT =
            "Connectivity between IBKR and Trader Workstation has been lost.";
    private static final int SERVER_LOST = 2110;
    private static final String SERVER_LOST_TEXT =
            "Connectivity between Trader Workstation and server is broken. It will be restored automatically.";

    private final FaultWorld world;
    private final Backlog backlog = new Backlog();

    /** Orders and what belongs to them that wait, by client id and order id. */
    private final Map<Integer, Map<Integer, Held>> held = new TreeMap<>();

    private boolean lost;
    private long backNanos = Long.MIN_VALUE;
    private Manner manner = Manner.USUAL;
    private @Nullable BrokerBooks known;

    /**
     * How TWS behaves while the link is lost.
     *
     * @param answersLists whether lists are answered with what TWS knew, or not at all
     * @param newcomerCode what a client hears that connects meanwhile, 1100 or 2110
     */
    record Manner(boolean answersLists, int newcomerCode) {
        static final Manner USUAL = new Manner(true, LOST);

        static Manner of(Fault fault) {
            return new Manner(fault.has("lists", "stale"), (int) fault.whole("newcomers"));
        }
    }

    private record Held(Fault why, boolean newId) {}

    Link(FaultWorld world) {
        this.world = world;
    }

    /** Whether it is lost now. */
    public boolean isLost() {
        return lost;
    }

    /** When it came back last, {@link Long#MIN_VALUE} when it never did. */
    public long backNanos() {
        return backNanos;
    }

    /** Whether what has this turn passes at once. */
    public boolean lets(Turn turn) {
        return !lost && backlog.isEmptyUpTo(turn);
    }

    /** Loses it in the usual manner, and says so (1100) even when it was lost before. */
    public void lose() {
        lose(Manner.USUAL);
    }

    void lose(Manner how) {
        loseSilently(how);
        world.notice(LOST, LOST_TEXT);
    }

    /** Loses it without a word, because somebody else says it. */
    void loseSilently(Manner how) {
        if (!lost) {
            lost = true;
            manner = how;
            known = how.answersLists() ? BooksAtMoment.of(world.backend()) : null;
        }
    }

    /** Restores it, unless that has happened already: two outages may overlap. */
    void restoreIfLost(boolean dataKept) {
        if (lost) {
            restore(dataKept);
        }
    }

    /** Restores it; data that were lost (1101) have to be asked for again. */
    public void restore(boolean dataKept) {
        lost = false;
        backNanos = nowNanos();
        known = null;
        if (dataKept) {
            world.notice(
                    1102,
                    "Connectivity between IBKR and Trader Workstation has been restored - data maintained.");
        } else {
            world.dropSubscriptions();
            backlog.drop(Link::isAboutLiveData);
            world.notice(
                    1101,
                    "Connectivity between IBKR and Trader Workstation has been restored - data lost.");
        }
        catchUp();
    }

    private static boolean isAboutLiveData(ClientMessage message) {
        return switch (message) {
            case MarketDataRequest.RequestMarketData _,
                    MarketDataRequest.CancelMarketData _,
                    MarketDataRequest.RequestTickByTick _,
                    MarketDataRequest.CancelTickByTick _,
                    MarketDataRequest.RequestRealTimeBars _,
                    MarketDataRequest.CancelRealTimeBars _ ->
                    true;
            case MarketDataRequest.RequestHistoricalData history -> history.keepUpToDate();
            default -> false;
        };
    }

    /** Does what waited, moment by moment as it came, as long as the link is not lost again. */
    private void catchUp() {
        Backlog.Waiting next = lost ? null : backlog.take();
        while (next != null) {
            next.deed().run();
            if (!backlog.goesOn(next)) {
                world.tell();
            }
            next = lost ? null : backlog.take();
        }
        if (!lost) {
            held.clear();
        }
    }

    /** Does something when the link lets it through: now, or when its turn comes. */
    public void pass(Turn turn, Runnable deed) {
        if (lets(turn)) {
            deed.run();
        } else {
            backlog.add(new Backlog.Waiting(turn, nowNanos(), null, deed));
        }
    }

    /** What a client said waits for the link, and this is done with it then. */
    public void waits(int clientId, ClientMessage message, Runnable deed) {
        backlog.add(
                new Backlog.Waiting(
                        Turn.REQUESTS, nowNanos(), new Backlog.Asked(clientId, message), deed));
    }

    /** The broker tells everybody something that is about no request. */
    void noticed(int code, String text) {
        pass(Turn.ORDERS, () -> world.notice(code, text));
    }

    /**
     * What TWS knows of the broker's books: all of them, or as they were when the link was lost;
     * null when it knows nothing, and then it answers nothing.
     */
    public @Nullable BrokerBooks known() {
        return lost ? known : world.backend();
    }

    /** What a client hears that connects now, null when the link is there. */
    public @Nullable Word newcomerWord() {
        if (!lost) {
            return null;
        }
        return manner.newcomerCode() == SERVER_LOST
                ? new Word(SERVER_LOST, SERVER_LOST_TEXT)
                : new Word(LOST, LOST_TEXT);
    }

    /** What TWS says by code and text. */
    public record Word(int code, String text) {}

    /** New orders that wait, as their clients wrote them last, in the order they came. */
    public List<WaitingOrder> waitingOrders() {
        List<WaitingOrder> orders = new ArrayList<>();
        for (Backlog.Asked asked : backlog.asked()) {
            if (asked.message() instanceof OrderRequest.PlaceOrder place
                    && !place.order().whatIf()
                    && world.backend().order(asked.clientId(), place.orderId()) == null) {
                orders.removeIf(before ->
                        before.clientId() == asked.clientId()
                                && before.request().orderId() == place.orderId());
                orders.add(new WaitingOrder(asked.clientId(), place));
            }
        }
        return orders;
    }

    /**
     * An order, or what belongs to it, waits until the link is back.
     *
     * @param newId whether its id was above all of its client's before
     */
    void hold(int clientId, int orderId, Fault why, boolean newId) {
        held.computeIfAbsent(clientId, _ -> new TreeMap<>())
                .putIfAbsent(orderId, new Held(why, newId));
    }

    /** Why an order of a client waits, or null when it does not. */
    @Nullable Fault heldBy(int clientId, int orderId) {
        Held found = of(clientId, orderId);
        return found == null ? null : found.why();
    }

    private @Nullable Held of(int clientId, int orderId) {
        Map<Integer, Held> ofClient = held.get(clientId);
        return ofClient == null ? null : ofClient.get(orderId);
    }

    /** Whether an order that waited is sent on just now, so that its id was used by itself. */
    public boolean sendsOn(int clientId, int orderId) {
        Held found = of(clientId, orderId);
        return !lost && found != null && found.newId();
    }

    /** TWS restarts: what waited in it is gone, and what it knew. */
    void forget() {
        backlog.clear();
        held.clear();
        known = null;
    }

    private long nowNanos() {
        return world.backend().venue().nowNanos();
    }
}
