package dev.monger.core.manager;

import dev.monger.core.model.CommandId;
import dev.monger.core.model.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Steps a manager through a story and keeps what it asked for. */
final class Fleet {

    static final long SECOND = 1_000_000_000L;
    static final Ticker SPY = new Ticker("SPY");
    static final Ticker IBM = new Ticker("IBM");

    private final ManagerCore core = new ManagerCore(ManagerPolicy.DEFAULT);
    private final List<ManagerCommand> said = new ArrayList<>();
    private ManagerState state = ManagerState.EMPTY;
    private long now = 1000 * SECOND;

    /** Starts a fleet whose mongers are all ready. */
    static Fleet running(Ticker... tickers) {
        Fleet fleet = new Fleet();
        fleet.begin(tickers);
        for (Ticker ticker : tickers) {
            fleet.take(new ManagerEvent.ProcessReady(fleet.now, ticker));
        }
        return fleet;
    }

    void begin(Ticker... tickers) {
        take(new ManagerEvent.Began(now, 100, List.of(tickers)));
        take(new ManagerEvent.Recalled(now));
    }

    long now() {
        return now;
    }

    ManagerState state() {
        return state;
    }

    void take(ManagerEvent event) {
        ManagerCore.Step step = core.step(state, event);
        state = step.state();
        said.addAll(step.commands());
    }

    void seconds(int count) {
        for (int second = 0; second < count; second++) {
            now += SECOND;
            take(new ManagerEvent.Woke(now));
        }
    }

    void crash(Ticker ticker) {
        take(
                new ManagerEvent.ProcessEnded(
                        now, ticker, "exit code 1", ManagerEvent.Ending.CRASHED));
    }

    void ready(Ticker ticker) {
        take(new ManagerEvent.ProcessReady(now, ticker));
    }

    void heard(Ticker ticker) {
        take(new ManagerEvent.StatusHeard(now, ticker, true, "holds 100"));
    }

    void order(String id, @Nullable Ticker ticker, FleetOrder.Kind kind) {
        take(
                new ManagerEvent.Ordered(
                        now,
                        new FleetOrder(
                                new CommandId(id),
                                ticker,
                                kind,
                                "anna",
                                "a test",
                                null,
                                now + 30 * SECOND)));
    }

    void told(String id, Ticker ticker, Part part) {
        toldUnder(member(ticker).epoch(), id, ticker, part);
    }

    void toldUnder(long epoch, String id, Ticker ticker, Part part) {
        take(new ManagerEvent.PartTold(now, new CommandId(id), ticker.value(), part, epoch));
    }

    Member member(Ticker ticker) {
        return Objects.requireNonNull(state.members().get(ticker));
    }

    ProcessLife life(Ticker ticker) {
        return member(ticker).life();
    }

    Undertaking undertaking(String id) {
        return Objects.requireNonNull(state.undertakings().get(new CommandId(id)));
    }

    <T extends ManagerCommand> List<T> said(Class<T> kind) {
        return said.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Long> epochs(Ticker ticker) {
        return said(ManagerCommand.Launch.class).stream()
                .filter(launch -> launch.ticker().equals(ticker))
                .map(ManagerCommand.Launch::epoch)
                .toList();
    }

    List<String> alarms() {
        return said(ManagerCommand.RaiseAlarm.class).stream()
                .map(ManagerCommand.RaiseAlarm::code)
                .toList();
    }
}
