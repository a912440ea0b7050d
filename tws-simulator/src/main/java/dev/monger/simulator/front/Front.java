package dev.monger.simulator.front;

import dev.monger.simulator.backend.Backend;
import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.Execution;
import dev.monger.simulator.backend.OrderOrigin;
import dev.monger.simulator.backend.OrderStatus;
import dev.monger.simulator.fault.Faults;
import dev.monger.simulator.venue.Agenda;
import dev.monger.simulator.venue.MarketEvent;
import dev.monger.tws.message.OrderMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * TWS: takes connections, and tells each session what concerns it of what happens at the broker.
 *
 * <p>The backend's doings come in through the {@link LinkGate}; what sessions are told leaves with
 * {@link #flush}.
 */
public final class Front {
    private final FrontContext context;
    private final LongConsumer clock;
    private final List<FrontSession> sessions = new ArrayList<>();
    private int boundOrders;

    /**
     * A TWS over a broker.
     *
     * @param clock moves the whole simulated world, this front included, to a market time
     */
    public Front(
            FrontSettings settings,
            Backend backend,
            OrderEchoes echoes,
            DataRights rights,
            Faults faults,
            LongConsumer clock) {
        this.context =
                new FrontContext(
                        settings,
                        backend,
                        new OrderWriter(backend, echoes, settings.readings()),
                        echoes,
                        new ContractFinder(backend.venue()),
                        new Agenda(),
                        new DraftDesk(backend, echoes, faults, this::tellOwner),
                        new DataFeed(rights, backend.venue(), settings.mostLines()),
                        faults);
        this.clock = clock;
    }

    /** Takes a connection; one too many is closed at once. */
    public Connection connect(ConnectionOutput output) {
        FrontSession session = new FrontSession(this, output);
        boolean taken = context.faults().doors().takes(sessions.size());
        sessions.add(session);
        if (!taken || sessions.size() > context.settings().mostClients()) {
            session.close();
        }
        return session;
    }

    /** Closes a connection at once, as nobody listens. */
    public Connection refuse(ConnectionOutput output) {
        FrontSession session = new FrontSession(this, output);
        // Only a session that is known can leave, with its faults.
        sessions.add(session);
        session.close();
        return session;
    }

    /** Closes every session, as a restart of TWS does. */
    public void closeAll() {
        for (FrontSession session : List.copyOf(sessions)) {
            session.close();
        }
    }

    /** Tells every session something that is about no request, a lost link for example. */
    public void notice(int code, String text) {
        for (FrontSession session : running()) {
            session.error(-1, code, text);
        }
        flush();
    }

    /** Ends the subscriptions to data of every session without a word. */
    public void dropSubscriptions() {
        for (FrontSession session : running()) {
            SessionRequests requests = session.requests();
            if (requests != null) {
                requests.dropSubscriptions();
            }
        }
    }

    /** Gives a person's order an API order id and tells it, when client 0 is connected. */
    public void bindToClientZero(BrokerOrder order) {
        for (FrontSession session : running()) {
            if (session.clientId() == 0) {
                bind(order, session);
                orderChanged(order);
                return;
            }
        }
    }

    /** The session of a client id, null when there is none. */
    @Nullable FrontSession sessionOf(int clientId) {
        for (FrontSession session : running()) {
            if (session.clientId() == clientId) {
                return session;
            }
        }
        return null;
    }

    /** The client ids of the sessions there are. */
    public List<Integer> clientIds() {
        return running().stream().map(FrontSession::clientId).toList();
    }

    /** When a subscription is due next. */
    public long nextNanos() {
        return context.agenda().nextNanos();
    }

    /** Tells what subscriptions are due. */
    public void doDue(long nanos) {
        context.agenda().doDue(nanos);
        flush();
    }

    /** Lets everything that was said leave. */
    public void flush() {
        for (FrontSession session : List.copyOf(sessions)) {
            session.flush();
        }
    }

    void orderChanged(BrokerOrder order) {
        bindNew(order);
        for (FrontSession session : seeing(order)) {
            saw(session, order);
            session.send(context.writer().open(order, false));
            session.send(context.writer().status(order));
        }
    }

    /** A client may not use an id that it has seen, be it another client's. */
    void saw(SessionOutput session, BrokerOrder order) {
        if (order.origin().orderId() > 0) {
            context.backend().orderIdUsed(session.clientId(), order.origin().orderId());
        }
    }

    private void tellOwner(OrderOrigin origin, int code, String text) {
        for (FrontSession session : running()) {
            if (!origin.manual() && session.clientId() == origin.clientId()) {
                session.error(origin.orderId(), code, text);
            }
        }
    }

    /** The orders nobody has transmitted. */
    public DraftDesk drafts() {
        return context.drafts();
    }

    /** Closes the connection of a client, as a person at TWS can; false when it is not there. */
    public boolean disconnect(int clientId) {
        for (FrontSession session : running()) {
            if (session.clientId() == clientId) {
                session.close();
                return true;
            }
        }
        return false;
    }

    void statusChanged(BrokerOrder order) {
        for (FrontSession session : seeing(order)) {
            session.send(context.writer().status(order));
        }
    }

    void executed(BrokerOrder order, Execution execution) {
        for (FrontSession session : seeing(order)) {
            session.send(context.writer().execution(-1, execution, session.version()));
        }
    }

    void commissionKnown(BrokerOrder order, Execution execution) {
        for (FrontSession session : seeing(order)) {
            if (order.status() == OrderStatus.FILLED) {
                session.send(context.writer().open(order, true));
                if (context.settings().repeatsFilled()) {
                    session.send(context.writer().status(order));
                }
            }
            session.send(context.writer().commission(execution));
        }
        if (context.settings().readings().commissionsToAll()) {
            running().stream()
                    .filter(session -> !sees(session, order))
                    .forEach(session -> session.send(context.writer().commission(execution)));
        }
    }

    void orderNoticed(BrokerOrder order, int code, String text) {
        for (FrontSession session : running()) {
            boolean asMaster = isMaster(session) && context.settings().masterSeesErrors();
            if (owns(session, order) || asMaster) {
                session.error(order.origin().orderId(), code, text);
            }
        }
    }

    void positionChanged(String account, int conId) {
        for (FrontSession session : running()) {
            SessionRequests requests = session.requests();
            if (requests != null) {
                requests.accounts().positionChanged(account, conId);
            }
        }
    }

    void marketChanged(MarketEvent event) {
        for (FrontSession session : sessions) {
            SessionRequests requests = session.requests();
            if (requests != null) {
                requests.markets().marketChanged(event);
            }
        }
    }

    /** Lines show how the market stands now. */
    void showMarket() {
        for (SessionRequests requests : asking()) {
            requests.markets().showMarket();
        }
    }

    /** The rights to an instrument's data changed. */
    void rightsChanged(int conId) {
        for (SessionRequests requests : asking()) {
            requests.markets().rightsChanged(conId);
        }
    }

    /** The clients that are subscribed to the values of another account. */
    List<Integer> subscribedToAnother(SessionOutput session, String account) {
        List<Integer> others = new ArrayList<>();
        for (FrontSession other : running()) {
            SessionRequests requests = other.requests();
            String own = requests == null ? "" : requests.accounts().subscribedAccount();
            if (other != session && !own.isEmpty() && !own.equals(account)) {
                others.add(other.clientId());
            }
        }
        return others;
    }

    private List<SessionRequests> asking() {
        List<SessionRequests> asking = new ArrayList<>();
        for (FrontSession session : running()) {
            SessionRequests requests = session.requests();
            if (requests != null) {
                asking.add(requests);
            }
        }
        return asking;
    }

    FrontContext context() {
        return context;
    }

    Faults faults() {
        return context.faults();
    }

    void advanceTo(long nanos) {
        clock.accept(nanos);
    }

    void left(FrontSession session) {
        if (!sessions.remove(session)) {
            return;
        }
        context.faults().left(session.faults(), session.clientId());
        SessionRequests requests = session.requests();
        if (requests != null) {
            requests.markets().ended();
        }
    }

    boolean isInUse(int clientId) {
        boolean ghost = context.faults().doors().isGhost(clientId);
        return ghost || running().stream().anyMatch(session -> session.clientId() == clientId);
    }

    /** Whether an order is a session's own. */
    boolean owns(SessionOutput session, BrokerOrder order) {
        boolean unbound = order.origin().manual() && order.origin().orderId() == 0;
        return !unbound && order.origin().clientId() == session.clientId();
    }

    /** Gives an order a person typed an API order id. */
    void bind(BrokerOrder order, SessionOutput to) {
        boundOrders++;
        int id =
                context.settings().negativeBinding()
                        ? lowestBound() - 1
                        : context.backend().nextOrderId(0);
        context.backend().bind(order, 0, id);
        to.send(new OrderMessage.OrderBound(order.permId(), 0, id));
    }

    /** How many orders of people were bound. */
    public int boundOrders() {
        return boundOrders;
    }

    private int lowestBound() {
        int lowest = -1;
        for (BrokerOrder order : context.backend().allOrders()) {
            lowest = Math.min(lowest, order.origin().orderId());
        }
        return lowest;
    }

    private void bindNew(BrokerOrder order) {
        boolean unbound = order.origin().manual() && order.origin().orderId() == 0;
        if (!unbound || order.status().isDone() || context.settings().readOnly()) {
            return;
        }
        for (FrontSession session : running()) {
            SessionRequests requests = session.requests();
            if (session.clientId() == 0 && requests != null && requests.bindsAutomatically()) {
                bind(order, session);
            }
        }
    }

    boolean isMaster(SessionOutput session) {
        return session.clientId() == context.settings().masterClientId();
    }

    private List<FrontSession> seeing(BrokerOrder order) {
        return running().stream().filter(session -> sees(session, order)).toList();
    }

    private boolean sees(FrontSession session, BrokerOrder order) {
        boolean unbound = order.origin().manual() && order.origin().orderId() == 0;
        boolean asZero =
                unbound
                        && session.clientId() == 0
                        && context.settings().readings().zeroSeesUnbound();
        return asZero || owns(session, order) || isMaster(session);
    }

    private List<FrontSession> running() {
        return sessions.stream().filter(FrontSession::isRunning).toList();
    }
}
