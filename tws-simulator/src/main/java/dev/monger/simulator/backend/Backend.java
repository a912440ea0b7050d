package dev.monger.simulator.backend;

import dev.monger.simulator.venue.Agenda;
import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.MarketEvent;
import dev.monger.simulator.venue.Session;
import dev.monger.simulator.venue.Venue;
import dev.monger.simulator.venue.VenueFill;
import dev.monger.simulator.venue.VenueListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The broker: takes orders, lets them trade at the venue, keeps the books.
 *
 * <p>Deterministic, one owner. {@link #advanceTo} drives the venue too; everything that happens is
 * told to the listener at the moment it happens. Orders are found by permId, or by the client and
 * order id they were placed with.
 */
public final class Backend implements BrokerBooks {
    private final BackendSettings settings;
    private final Venue venue;
    private final OrderStore store = new OrderStore();
    private final Map<String, AccountBooks> books = new TreeMap<>();
    private final Agenda agenda = new Agenda();
    private final BackendListener listener;
    private final OrderChecks checks;
    private final OrderDesk desk;
    private final Bells bells;
    private final Set<String> notShortable = new TreeSet<>();
    private final Mishaps mishaps;
    private final VenueListener venueListener = new FromVenue();

    /** A broker at this venue, telling this listener. */
    public Backend(BackendSettings settings, Venue venue, BackendListener listener) {
        this.settings = settings;
        this.venue = venue;
        this.listener = listener;
        for (String account : settings.accounts()) {
            books.put(
                    account,
                    new AccountBooks(
                            account, settings.startCashE8(), settings.marginPercent(), venue));
        }
        notShortable.addAll(settings.notShortable());
        this.checks = new OrderChecks(settings, venue, store, books);
        this.desk = new OrderDesk(settings, venue, store, books, listener, agenda, venueListener);
        this.bells = new Bells(venue, store, desk, listener);
        this.mishaps = new Mishaps(this, store, desk, checks, listener);
    }

    /** When something happens next, {@link Long#MAX_VALUE} when nothing does. */
    public long nextNanos() {
        return Math.min(venue.nextNanos(), agenda.nextNanos());
    }

    /** Lets everything happen up to and including a market time. */
    public void advanceTo(long nanos) {
        while (nextNanos() <= nanos) {
            if (agenda.nextNanos() <= venue.nextNanos()) {
                long due = agenda.nextNanos();
                venue.advanceTo(due);
                agenda.doDue(due);
            } else {
                venue.step(venueListener);
            }
        }
        venue.advanceTo(nanos);
    }

    /**
     * Takes a new order.
     *
     * @param parentPermId the parent that holds it, 0 for none
     */
    public PlaceOutcome place(
            OrderOrigin origin, Instrument instrument, OrderTerms terms, long parentPermId) {
        if (!books.containsKey(origin.account())) {
            return new PlaceOutcome.Refused(
                    321,
                    "Error validating request.-'bW' : cause - Invalid account code '"
                            + origin.account()
                            + "'.");
        }
        PlaceOutcome.Refused refused = checks.terms(instrument, terms);
        if (refused != null) {
            return refused;
        }
        BrokerOrder parent = parentPermId == 0 ? null : store.get(parentPermId);
        OrderTerms own = inParentsGroup(terms, parentPermId);
        BrokerOrder order = new BrokerOrder(store.takePermId(), instrument, origin, own);
        order.parentPermId = parentPermId;
        order.heldByParent = parent != null && parent.isLive();
        String rejection = checks.rejection(origin.account(), instrument, own, parentPermId != 0);
        boolean parentRefused =
                parent != null && parent.status != OrderStatus.FILLED && !parent.isLive();
        if (parentRefused) {
            desk.reject(order, "The parent order is not active.");
        } else if (rejection != null) {
            desk.reject(order, rejection);
        } else {
            order.heldForLocate = sellsWhatNobodyLends(order);
            desk.accept(order, checks.warnings(order));
        }
        return new PlaceOutcome.Taken(order);
    }

    private boolean sellsWhatNobodyLends(BrokerOrder order) {
        long held = books(order.origin.account()).shares(order.instrument.conId());
        return !order.terms.buy()
                && order.parentPermId == 0
                && held < order.terms.shares()
                && !isShortable(order.instrument.symbol());
    }

    /** Whether shares can be borrowed to sell them short. */
    public boolean isShortable(String symbol) {
        return !notShortable.contains(symbol);
    }

    /** Shares of a symbol can be borrowed from now on, which frees what waits for them, or not. */
    public void setShortable(String symbol, boolean shortable) {
        if (!shortable) {
            notShortable.add(symbol);
            return;
        }
        notShortable.remove(symbol);
        for (BrokerOrder order : store.live()) {
            if (order.instrument.symbol().equals(symbol)) {
                desk.located(order);
            }
        }
    }

    /** Somebody lends the shares one held short sale needs; false when it does not wait for any. */
    public boolean locate(BrokerOrder order) {
        boolean waits = order.waitsForLocate();
        desk.located(order);
        return waits;
    }

    /** Changes an order that lives. */
    public PlaceOutcome change(BrokerOrder order, Instrument instrument, OrderTerms terms) {
        PlaceOutcome.Refused refused = checks.change(order, instrument, terms);
        if (refused != null) {
            return refused;
        }
        desk.change(order, terms.inGroup(order.terms.ocaGroup(), order.terms.ocaType()));
        return new PlaceOutcome.Taken(order);
    }

    /** Cancels an order; what has ended already stays as it is, and false is returned. */
    public boolean cancel(BrokerOrder order, String reason) {
        if (!order.isLive() || order.status == OrderStatus.PENDING_CANCEL) {
            return false;
        }
        desk.requestCancel(order, reason);
        return true;
    }

    /** Cancels everything of every client and person. */
    public void cancelAll() {
        for (BrokerOrder order : store.live()) {
            cancel(order, "");
        }
    }

    /**
     * Gives an order typed by a person an API order id; it is cancelled and submitted again at the
     * exchange.
     */
    public void bind(BrokerOrder told, int clientId, int orderId) {
        BrokerOrder order = told.itself();
        OrderOrigin origin = order.origin;
        order.origin = new OrderOrigin(origin.account(), clientId, orderId, origin.manual());
        store.index(order);
        if (order.status == OrderStatus.SUBMITTED) {
            desk.withdraw(order);
            desk.resume(order);
        }
    }

    /** What an order would cost in margin and commission. */
    public Preview preview(String account, Instrument instrument, OrderTerms terms) {
        return Preview.of(books(account), settings, instrument, terms);
    }

    /** What is wrong with terms, or null; for orders that are only previewed or held back. */
    public PlaceOutcome.@Nullable Refused problem(Instrument instrument, OrderTerms terms) {
        return checks.terms(instrument, terms);
    }

    /** An order by the broker's number, or null. */
    public @Nullable BrokerOrder order(long permId) {
        return store.get(permId);
    }

    /** An order by the client's number, or null. */
    public @Nullable BrokerOrder order(int clientId, int orderId) {
        return store.get(clientId, orderId);
    }

    @Override
    public List<BrokerOrder> openOrders() {
        return store.live();
    }

    @Override
    public List<BrokerOrder> allOrders() {
        return new ArrayList<>(store.all());
    }

    /** Every execution as it counts, corrections in place of what they correct, oldest first. */
    public List<Execution> executions() {
        return new ArrayList<>(store.latestExecutions());
    }

    @Override
    public List<Execution> revisions() {
        return new ArrayList<>(store.executions());
    }

    /** The id a client should use next, above all it ever used. */
    public int nextOrderId(int clientId) {
        return store.highestOrderId(clientId) + 1;
    }

    /** A client used this id, or saw it. */
    public void orderIdUsed(int clientId, int orderId) {
        if (orderId > store.highestOrderId(clientId)) {
            store.raiseHighest(clientId, orderId);
            listener.orderIdUsed(clientId, orderId);
        }
    }

    /** The books of an account there is. */
    public AccountBooks books(String account) {
        AccountBooks own = books.get(account);
        if (own == null) {
            throw new IllegalArgumentException(
                    "Condition failed: account exists, account " + account);
        }
        return own;
    }

    @Override
    public List<AccountBooks> allBooks() {
        return new ArrayList<>(books.values());
    }

    /** What the broker was told at start. */
    public BackendSettings settings() {
        return settings;
    }

    /** What can be made to go wrong here. */
    public Mishaps mishaps() {
        return mishaps;
    }

    /** Where its orders trade. */
    public Venue venue() {
        return venue;
    }

    /** The ear at the venue, for those who force the market. */
    public VenueListener venueListener() {
        return venueListener;
    }

    /** Puts back what an earlier life wrote down; call once, before anything else. */
    public void restore(BackendMemory memory) {
        memory.into(store, books, venue);
        for (AccountBooks own : books.values()) {
            if (own.isFromYesterday()) {
                own.startDay();
            }
        }
        Hours hours = new Hours(venue);
        for (BrokerOrder order : store.live()) {
            if (hours.endedWhileAway(order)) {
                desk.cancel(order, "");
            } else {
                desk.resume(order);
            }
        }
    }

    static OrderTerms inParentsGroup(OrderTerms terms, long parentPermId) {
        // TWS shows the children of one parent as an OCA group named by the parent's permId.
        if (parentPermId == 0 || !terms.ocaGroup().isEmpty()) {
            return terms;
        }
        return terms.inGroup(Long.toString(parentPermId), terms.ocaType());
    }

    private final class FromVenue implements VenueListener {
        @Override
        public void filled(VenueFill fill) {
            desk.filled(fill);
        }

        @Override
        public void marketChanged(MarketEvent event) {
            listener.marketChanged(event);
            for (BrokerOrder order : store.live(event.conId())) {
                desk.watchStop(order);
            }
            desk.lookAtConditions();
        }

        @Override
        public void sessionChanged(Session session, long nanos) {
            bells.sessionChanged(session);
            listener.sessionChanged(session);
        }

        @Override
        public void dayBegan(long nanos) {
            books.values().forEach(AccountBooks::startDay);
            listener.dayBegan();
        }

        @Override
        public void auctioned(int conId, long priceE8, boolean opening) {
            bells.auctioned(conId, priceE8, opening);
        }
    }

    /** The market of a contract there is. */
    public Market market(int conId) {
        Market market = venue.market(conId);
        if (market == null) {
            throw new IllegalArgumentException("Condition failed: conId is listed, conId " + conId);
        }
        return market;
    }
}
