package dev.monger.endurance;

import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.session.ClientSession;
import dev.monger.tws.session.Lane;
import dev.monger.tws.session.Sending;
import dev.monger.tws.session.SessionEvent;
import dev.monger.tws.session.SessionOutputs;
import dev.monger.tws.session.SessionSettings;
import dev.monger.tws.session.Subscription;
import dev.monger.tws.session.Tick;
import dev.monger.tws.session.TickValue;
import dev.monger.tws.transport.SocketListener;
import dev.monger.tws.transport.TwsSocket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** One client of the soak, on a thread of its own: watches its lines, places and cancels. */
final class SoakClient implements Runnable, SocketListener, SessionOutputs {

    /** How long an answer about an order may take. */
    private static final long LONGEST_NANOS = 15_000_000_000L;

    private static final int MOST_FAILURES = 10;
    private static final int MOST_LIVE = 6;
    private static final long SECOND = 1_000_000_000L;

    private final int clientId;
    private final int port;
    private final SoakSettings settings;
    private final TwsSocket socket = new TwsSocket();
    private final ClientSession session;
    private final SplittableRandom random;
    private final Deque<SessionEvent> events = new ArrayDeque<>();
    private final Map<Integer, Long> bidsE8 = new ConcurrentSkipListMap<>();
    private final Map<Integer, SoakOrder> orders = new ConcurrentSkipListMap<>();
    private final Deque<SoakOrder> live = new ArrayDeque<>();
    private final List<String> failures = new ArrayList<>();
    private final LongAdder ticks = new LongAdder();
    private final LongAdder updates = new LongAdder();
    private final LongAdder gaveWay = new LongAdder();
    private volatile boolean windsDown;
    private volatile boolean over;
    private volatile boolean ready;
    private long nextDeedNanos;
    private long nextLookNanos;

    SoakClient(int clientId, int port, SoakSettings settings) {
        this.clientId = clientId;
        this.port = port;
        this.settings = settings;
        session = new ClientSession(SessionSettings.defaults(clientId));
        random = new SplittableRandom(clientId);
    }

    @Override
    public void run() {
        try (socket) {
            socket.connect("127.0.0.1", port);
            while (!over) {
                socket.select(waitNanos(), this);
                long now = System.nanoTime();
                session.woke(now, this);
                if (ready) {
                    act(now);
                }
                takeEvents();
            }
        }
    }

    private long waitNanos() {
        long next = session.nextWakeNanos();
        long now = System.nanoTime();
        long toNext = next == Long.MAX_VALUE ? SECOND : Math.max(next, now) - now;
        return ready
                ? Math.min(toNext, Math.max(0, nextDeedNanos - now))
                : Math.min(toNext, SECOND);
    }

    private void act(long now) {
        if (now >= nextDeedNanos) {
            long meanNanos = 60 * SECOND / (2L * settings.ordersPerMinute());
            nextDeedNanos = now + 1 + random.nextLong(2 * meanNanos);
            if (windsDown
                    || live.size() >= MOST_LIVE
                    || (!live.isEmpty() && random.nextBoolean())) {
                cancelOldest(now);
            } else {
                place(now);
            }
        }
        if (now >= nextLookNanos) {
            nextLookNanos = now + SECOND;
            orders.values().stream()
                    .filter(order -> !order.hasEnded())
                    .forEach(order -> fail(order.orderId, order.overdue(now, LONGEST_NANOS)));
        }
    }

    private void place(long now) {
        if (bidsE8.isEmpty()) {
            return;
        }
        List<Map.Entry<Integer, Long>> bids = List.copyOf(bidsE8.entrySet());
        Map.Entry<Integer, Long> bid = bids.get(random.nextInt(bids.size()));
        if (!(session.subscriptions().of(bid.getKey()).orElse(null)
                instanceof Subscription.MarketData line)) {
            return;
        }
        boolean buys = random.nextBoolean();
        long quantityE8 = Decimals.ofWhole(1 + random.nextInt(300));
        boolean rests = random.nextInt(3) != 0;
        int orderId = session.takeOrderId();
        var order =
                Order.builder(buys ? "BUY" : "SELL", quantityE8, rests ? "LMT" : "MKT")
                        .account("DU1234567")
                        .orderRef("soak." + clientId + "." + orderId);
        if (rests) {
            long far = bid.getValue() * (buys ? 7 : 13) / 10;
            order.limitPriceE8(far / 1_000_000 * 1_000_000);
        }
        // An order that rests is cancelled some day, in the lane it was placed in.
        Lane lane = rests ? Lane.ENTRY : Lane.EXIT;
        SoakOrder placed = new SoakOrder(orderId, quantityE8, now);
        orders.put(orderId, placed);
        if (rests) {
            live.add(placed);
        }
        Sending sending =
                session.send(
                        new OrderRequest.PlaceOrder(orderId, line.contract(), order.build()),
                        lane,
                        now,
                        this);
        if (sending != Sending.SENT && sending != Sending.WAITING) {
            fail(orderId, "not sent: " + sending);
        }
    }

    private void cancelOldest(long now) {
        SoakOrder oldest = live.poll();
        if (oldest != null && !oldest.hasEnded()) {
            oldest.cancelled(now);
            var _ =
                    session.send(
                            OrderRequest.CancelOrder.of(oldest.orderId), Lane.ENTRY, now, this);
        }
    }

    private void takeEvents() {
        for (SessionEvent event = events.poll(); event != null; event = events.poll()) {
            take(event);
        }
    }

    private void take(SessionEvent event) {
        switch (event) {
            case SessionEvent.Ready _ -> begin();
            case SessionEvent.Ticked(Tick tick) -> ticked(tick);
            case SessionEvent.Conflated conflated -> gaveWay.add(conflated.dropped());
            case SessionEvent.Received(ServerMessage message) -> received(message);
            case SessionEvent.MustClose close -> lost(close.toString());
            case SessionEvent.MalformedFrame bad -> fail(0, bad.toString());
            case SessionEvent.UnknownMessage bad -> fail(0, bad.toString());
            case SessionEvent.NotSent bad -> fail(0, bad.toString());
            default -> {}
        }
    }

    private void begin() {
        for (String symbol : settings.symbols()) {
            Contract contract = Contract.of(symbol, "STK", "SMART", "USD");
            session.subscriptions()
                    .want(new Subscription.MarketData(contract, ""), System.nanoTime(), this);
        }
        ready = true;
    }

    private void ticked(Tick tick) {
        ticks.increment();
        switch (tick.value()) {
            case TickValue.Bid bid when bid.isThere() ->
                    bidsE8.put(tick.requestId(), bid.priceE8());
            case TickValue.BidSize _ -> updates.increment();
            default -> {}
        }
    }

    private void received(ServerMessage message) {
        switch (message) {
            case OrderMessage.OrderStatus status -> {
                SoakOrder order = orders.get(status.orderId());
                if (order == null) {
                    fail(status.orderId(), "a status of an order nobody placed here");
                } else {
                    fail(order.orderId, order.told(status, System.nanoTime()));
                }
            }
            case OrderMessage.ExecDetails details -> {
                SoakOrder order = orders.get(details.execution().orderId());
                if (order == null) {
                    fail(details.execution().orderId(), "an execution nobody asked for here");
                } else {
                    fail(order.orderId, order.told(details.execution()));
                }
            }
            case SessionMessage.ErrorMessage error -> error(error);
            default -> {}
        }
    }

    private void error(SessionMessage.ErrorMessage error) {
        boolean usual =
                switch (error.code()) {
                    // Cancelled; a cancel that came too late; more than the position; farms.
                    case 202, 161, 10147, 10148, 2137, 2104, 2106, 2158 -> true;
                    default -> false;
                };
        if (!usual) {
            fail(error.id(), "error " + error.code() + " " + error.text());
        }
    }

    private void fail(int orderId, String what) {
        synchronized (failures) {
            if (!what.isEmpty() && failures.size() < MOST_FAILURES) {
                failures.add("client " + clientId + ", order " + orderId + ": " + what);
            }
        }
    }

    private void lost(String reason) {
        if (!over && !windsDown) {
            fail(0, "the connection: " + reason);
        }
        over = true;
    }

    @Override
    public void connected() {
        session.opened(System.nanoTime(), this);
    }

    @Override
    public void received(ByteBuffer bytes) {
        session.received(bytes, System.nanoTime(), this);
        takeEvents();
    }

    @Override
    public void disconnected(String reason) {
        session.closed(System.nanoTime(), this);
        lost(reason);
    }

    @Override
    public void write(byte[] bytes) {
        socket.write(bytes);
    }

    @Override
    public void happened(SessionEvent event) {
        events.add(event);
    }

    /** From now on it only cancels. */
    void windDown() {
        windsDown = true;
    }

    /** Ends its thread. */
    void end() {
        over = true;
        socket.wakeup();
    }

    /** Whether every line has shown something. */
    boolean flows() {
        return bidsE8.size() == settings.lines();
    }

    boolean isOver() {
        return over;
    }

    /** Whether every order has come to its end. */
    boolean isQuiet() {
        return orders.values().stream().allMatch(SoakOrder::hasEnded);
    }

    int clientId() {
        return clientId;
    }

    Map<Integer, SoakOrder> orders() {
        return orders;
    }

    List<String> failures() {
        synchronized (failures) {
            return List.copyOf(failures);
        }
    }

    long ticks() {
        return ticks.sum();
    }

    /** Updates of lines, counted by the bid's size, which nearly every one of them changes. */
    long updates() {
        return updates.sum();
    }

    /** Ticks that gave way to later ones since this client read too slowly. */
    long gaveWay() {
        return gaveWay.sum();
    }
}
