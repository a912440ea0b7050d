package dev.monger.simulator;

import dev.monger.simulator.backend.AccountBooks;
import dev.monger.simulator.backend.Backend;
import dev.monger.simulator.backend.BackendListener;
import dev.monger.simulator.backend.BackendMemory;
import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.Execution;
import dev.monger.simulator.backend.Holding;
import dev.monger.simulator.fault.FaultWorld;
import dev.monger.simulator.fault.Faults;
import dev.monger.simulator.front.Connection;
import dev.monger.simulator.front.ConnectionOutput;
import dev.monger.simulator.front.DataRights;
import dev.monger.simulator.front.Front;
import dev.monger.simulator.front.LinkGate;
import dev.monger.simulator.front.OrderEchoes;
import dev.monger.simulator.venue.GeneratedMarket;
import dev.monger.simulator.venue.MarketEvent;
import dev.monger.simulator.venue.MarketSource;
import dev.monger.simulator.venue.Session;
import dev.monger.simulator.venue.TradingCalendar;
import dev.monger.simulator.venue.Venue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A TWS, the broker behind it and the exchange behind that, for one thread.
 *
 * <p>Time is market time, nanoseconds since the Unix epoch, and never goes back. Let it pass with
 * {@link #advanceTo}; ask with {@link #nextWakeNanos} when something happens next. Bytes for a
 * client leave through the {@link ConnectionOutput} given to {@link #connect}, within the call that
 * caused them.
 */
public final class TwsSimulator {
    private final SimulatorSettings settings;
    private final Venue venue;
    private final Backend backend;
    private final Faults faults;
    private final OrderEchoes echoes = new OrderEchoes();
    private final DataRights rights = new DataRights();
    private final TwsLife life = new TwsLife(this::nowNanos);
    private Front front;
    private LinkGate gate;
    private @Nullable Consumer<String> memory;
    private @Nullable Consumer<MarketEvent> recorder;
    private boolean advancing;

    /** A simulator whose market comes from this source and which begins at a market time. */
    public TwsSimulator(SimulatorSettings settings, MarketSource source, long startNanos) {
        this.settings = settings;
        TradingCalendar calendar = new TradingCalendar(settings.alwaysOpen());
        this.venue = new Venue(settings.instruments(), calendar, source, startNanos);
        this.backend = new Backend(settings.backend(), venue, new Told());
        this.faults = new Faults(settings.seed(), new World());
        venue.printsFillWhen(faults.broker()::printsFill);
        this.front = newFront();
        this.gate = new LinkGate(front, faults.link());
    }

    /** A simulator whose market is generated from the settings' seed. */
    public static TwsSimulator generated(SimulatorSettings settings, long startNanos) {
        TradingCalendar calendar = new TradingCalendar(settings.alwaysOpen());
        MarketSource source =
                new GeneratedMarket(settings.seed(), settings.instruments(), calendar, startNanos);
        return new TwsSimulator(settings, source, startNanos);
    }

    /**
     * Lets time pass: everything due up to and including this time happens, in order. Earlier times
     * are ignored.
     */
    public void advanceTo(long nowNanos) {
        if (advancing) {
            return;
        }
        advancing = true;
        while (nextWakeNanos() <= nowNanos) {
            long due = nextWakeNanos();
            backend.advanceTo(due);
            faults.doDue(due);
            front.doDue(due);
        }
        backend.advanceTo(nowNanos);
        front.flush();
        advancing = false;
    }

    /** When something happens next by itself, {@link Long#MAX_VALUE} when nothing does. */
    public long nextWakeNanos() {
        return Math.min(backend.nextNanos(), Math.min(faults.nextNanos(), front.nextNanos()));
    }

    /** Market time as it stands. */
    public long nowNanos() {
        return venue.nowNanos();
    }

    /**
     * Takes a client's connection, or closes it at once while TWS does not run; the client says its
     * id itself, by startApi.
     */
    public Connection connect(ConnectionOutput output) {
        return life.state() == TwsLife.State.RUNNING ? front.connect(output) : front.refuse(output);
    }

    /** A person ends TWS: every session is closed, what was not transmitted is gone. */
    public void stopFront() {
        restartFront();
        life.stopped();
    }

    /**
     * A person starts TWS; clients get in at once, or once the login is confirmed.
     *
     * @param confirmation whether the login has to be confirmed on another device
     */
    public void startFront(boolean confirmation) {
        if (life.state() != TwsLife.State.RUNNING) {
            if (confirmation) {
                life.awaits();
            } else {
                life.started();
            }
        }
    }

    /** A person confirms the login; false when none is waited for. */
    public boolean confirmLogin() {
        boolean awaited = life.state() == TwsLife.State.AWAITING_CONFIRMATION;
        if (awaited) {
            life.started();
        }
        return awaited;
    }

    /** Whether TWS runs. */
    public TwsLife life() {
        return life;
    }

    /**
     * Restarts TWS: every session is closed, what was not transmitted is gone, the broker goes on.
     */
    public void restartFront() {
        front.closeAll();
        faults.frontRestarted();
        front = newFront();
        gate = new LinkGate(front, faults.link());
    }

    private Front newFront() {
        return new Front(settings.front(), backend, echoes, rights, faults, this::advanceTo);
    }

    /**
     * Loses the link between TWS and the broker, or says it is back (with or without data kept).
     */
    public void linkNotice(int code) {
        switch (code) {
            case 1100 -> faults.link().lose();
            case 1101 -> faults.link().restore(false);
            case 1102 -> faults.link().restore(true);
            default ->
                    throw new IllegalArgumentException(
                            "Condition failed: code is 1100, 1101 or 1102, given " + code);
        }
        front.flush();
    }

    /** What a person in front of TWS does, and what a test does to the market. */
    public Person person() {
        return new Person(backend, this::front);
    }

    /** What may be shown of an instrument's market. */
    public DataRights.Right right(int conId) {
        return rights.of(conId);
    }

    /** Changes what may be shown of an instrument's market. */
    public void setRight(int conId, DataRights.Right right) {
        rights.set(conId, right);
        gate.rightsChanged(conId);
        front.flush();
    }

    /** The broker, its books above all, for audits. */
    public Backend backend() {
        return backend;
    }

    /** The exchange. */
    public Venue venue() {
        return venue;
    }

    /** What goes wrong: faults are switched on and off here. */
    public Faults faults() {
        return faults;
    }

    /** TWS as it is since its last restart. */
    public Front front() {
        return front;
    }

    /** The settings it was made from. */
    public SimulatorSettings settings() {
        return settings;
    }

    /** Goes on from what an earlier life wrote; call before anything else. */
    public void restore(BackendMemory written) {
        echoes.restore(written.notes());
        backend.restore(written);
    }

    /** From now on every change of the books is written as a line of {@link BackendMemory}. */
    public void rememberWith(Consumer<String> writer) {
        memory = writer;
        echoes.rememberWith((name, text) -> writer.accept(BackendMemory.noteLine(name, text)));
    }

    /** From now on everything that happens to the market is told. */
    public void recordWith(Consumer<MarketEvent> listener) {
        recorder = listener;
    }

    /** What faults can do to all of this. */
    private final class World implements FaultWorld {
        @Override
        public Backend backend() {
            return backend;
        }

        @Override
        public void notice(int code, String text) {
            front.notice(code, text);
        }

        @Override
        public void tell() {
            front.flush();
        }

        @Override
        public void restartFront() {
            TwsSimulator.this.restartFront();
        }

        @Override
        public void dropSubscriptions() {
            front.dropSubscriptions();
        }

        @Override
        public void bind(BrokerOrder order) {
            front.bindToClientZero(order);
        }
    }

    private final class Told implements BackendListener {
        @Override
        public void orderChanged(BrokerOrder order) {
            remember(BackendMemory.line(order));
            gate.orderChanged(order);
        }

        @Override
        public void statusChanged(BrokerOrder order) {
            remember(BackendMemory.line(order));
            gate.statusChanged(order);
            faults.broker().statusChanged(order);
        }

        @Override
        public void executed(BrokerOrder order, Execution execution) {
            remember(BackendMemory.line(execution));
            gate.executed(order, execution);
            faults.broker().executed(order, execution);
        }

        @Override
        public void commissionKnown(BrokerOrder order, Execution execution) {
            gate.commissionKnown(order, execution);
        }

        @Override
        public void orderNoticed(BrokerOrder order, int code, String text) {
            gate.orderNoticed(order, code, text);
        }

        @Override
        public void positionChanged(String account, int conId) {
            var books = backend.books(account);
            var holding = books.holding(conId);
            remember(BackendMemory.line(books));
            if (holding != null) {
                remember(BackendMemory.line(account, holding));
            }
            gate.positionChanged(account, conId);
        }

        @Override
        public void marketChanged(MarketEvent event) {
            Consumer<MarketEvent> listener = recorder;
            if (listener != null) {
                listener.accept(event);
            }
            gate.marketChanged(event);
        }

        @Override
        public void sessionChanged(Session session) {
            gate.sessionChanged(session);
        }

        @Override
        public void orderIdUsed(int clientId, int orderId) {
            remember(BackendMemory.idLine(clientId, orderId));
        }

        @Override
        public void dayBegan() {
            for (AccountBooks books : backend.allBooks()) {
                remember(BackendMemory.line(books));
                for (Holding holding : books.holdings()) {
                    remember(BackendMemory.line(books.account(), holding));
                }
            }
            gate.dayBegan();
        }

        private void remember(String line) {
            Consumer<String> writer = memory;
            if (writer != null) {
                writer.accept(line);
            }
        }
    }
}
