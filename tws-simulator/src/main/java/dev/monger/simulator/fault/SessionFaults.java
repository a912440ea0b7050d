package dev.monger.simulator.fault;

import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionRequest;
import java.util.List;

/**
 * The faults of one session: everything a client says and is told goes through here.
 *
 * <p>Without a fault switched on nothing is changed.
 */
public final class SessionFaults {
    private static final long NEVER = Long.MAX_VALUE;

    private final Hearing hearing;
    private final GatewayState gateway;
    private final Subscriptions subscriptions = new Subscriptions();
    private final PaceAsking pace;
    private final LinkAsking link;
    private final OrderAsking orders;
    private final DataAsking data;
    private final DataTelling dataTelling;
    private final List<Telling> tellings;
    private long silentFromNanos = NEVER;
    private boolean greetingDue;

    SessionFaults(Hearing hearing, GatewayState gateway) {
        this.hearing = hearing;
        this.gateway = gateway;
        OrderTelling orderTelling = new OrderTelling(hearing, gateway.inactive());
        this.pace = new PaceAsking(hearing, gateway);
        this.link = new LinkAsking(hearing.link());
        this.orders = new OrderAsking(hearing, orderTelling, gateway.lateFills());
        this.data = new DataAsking(hearing, gateway);
        this.dataTelling = new DataTelling(hearing, subscriptions);
        this.tellings =
                List.of(
                        new ListTelling(hearing),
                        new FillTelling(hearing),
                        new AccountTelling(hearing),
                        dataTelling,
                        orderTelling);
    }

    /** Whether TWS answers the first bytes of this connection. */
    public boolean answersHello() {
        return !hearing.strikes(FaultKind.SILENT_HANDSHAKE);
    }

    /** The connection time as TWS writes it. */
    public String connectionTime(String time) {
        Fault fault = hearing.strike(FaultKind.UNKNOWN_ZONE);
        return fault == null ? time : Zones.unknown(time, fault);
    }

    /** What becomes of a message from the client. */
    public Fate fate(ClientMessage message) {
        if (message instanceof SessionRequest.StartApi start) {
            return started(start.clientId());
        }
        if (isSilent()) {
            return new Fate.Swallowed();
        }
        Fate paced = pace.fate();
        return paced.equals(Fate.HANDLED) ? fateWithinPace(message) : paced;
    }

    /** What becomes of a message whose turn has come. */
    public Fate fateWithinPace(ClientMessage message) {
        Fate fate = data.fate(message);
        if (fate.equals(Fate.HANDLED)) {
            fate = link.fate(message);
        }
        if (fate.equals(Fate.HANDLED) && message instanceof OrderRequest request) {
            fate = orders.fate(request);
        }
        if (fate.equals(Fate.HANDLED) || fate instanceof Fate.HandledWith) {
            taken(message);
        }
        return fate;
    }

    /** What becomes of a message that waited for the link, which is back. */
    public Fate sentOn(ClientMessage message) {
        taken(message);
        // What can go wrong with a placed order did so when TWS took it, with a cancel only now.
        return message instanceof OrderRequest.CancelOrder cancel
                ? orders.fate(cancel)
                : Fate.HANDLED;
    }

    private Fate started(int clientId) {
        hearing.isClient(clientId);
        Fault silent = hearing.strike(FaultKind.SILENT_SESSION);
        if (silent == null) {
            return Fate.HANDLED;
        }
        silentFromNanos = hearing.nowNanos() + silent.nanos("afterMillis");
        greetingDue = silent.has("from", "start");
        return greetingDue ? Fate.HANDLED : new Fate.Swallowed();
    }

    /** Whether the session is told nothing any more. */
    public boolean isSilent() {
        return hearing.nowNanos() >= silentFromNanos && !greetingDue;
    }

    private void taken(ClientMessage message) {
        subscriptions.asked(message);
        if (message instanceof MarketDataRequest.RequestMarketData wanted) {
            dataTelling.begins(wanted.requestId());
            compete(wanted.requestId());
        }
    }

    /** What becomes of the messages of one moment on their way to the client. */
    public List<ServerMessage> told(List<ServerMessage> batch) {
        if (isSilent()) {
            return List.of();
        }
        greetingDue = false;
        List<ServerMessage> told = batch;
        for (Telling telling : tellings) {
            told = telling.told(told);
        }
        return told;
    }

    /** Another session of the same user takes the live data. */
    void compete() {
        subscriptions.live().forEach(this::compete);
    }

    private void compete(int requestId) {
        if (hearing.nowNanos() < gateway.competingUntilNanos()) {
            subscriptions.silence(requestId, gateway.competingUntilNanos());
            hearing.later(
                    0,
                    hearing.error(
                            requestId, 10197, "No market data during competing live session"));
        }
    }

    /** Live data stay away without a word until they are asked for again. */
    void silenceLive() {
        subscriptions.silenceLive();
    }

    /** Bars that are kept up stay away without a word until they are asked for again. */
    void silenceKept() {
        subscriptions.silenceKept();
    }
}
