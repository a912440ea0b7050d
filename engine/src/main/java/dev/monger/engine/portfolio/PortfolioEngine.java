package dev.monger.engine.portfolio;

import dev.monger.core.model.Instants;
import dev.monger.core.portfolio.AccountLink;
import dev.monger.core.portfolio.AccountPnl;
import dev.monger.core.portfolio.Instrument;
import dev.monger.core.portfolio.PermitGate;
import dev.monger.core.portfolio.PortfolioCommand;
import dev.monger.core.portfolio.PortfolioCore;
import dev.monger.core.portfolio.PortfolioEvent;
import dev.monger.core.portfolio.PortfolioState;
import dev.monger.engine.Engine;
import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import dev.monger.engine.Now;
import dev.monger.engine.avro.Sequences;
import dev.monger.engine.avro.Stamp;
import dev.monger.engine.tws.AskedLists;
import dev.monger.schemas.Assignment;
import dev.monger.schemas.Topic;
import dev.monger.schemas.Topics;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.session.Answer;
import dev.monger.tws.session.Backoff;
import dev.monger.tws.session.ClientSession;
import dev.monger.tws.session.Lane;
import dev.monger.tws.session.Reconnection;
import dev.monger.tws.session.RequestKey;
import dev.monger.tws.session.SessionEvent;
import dev.monger.tws.session.SessionSettings;
import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The account's guard as one deterministic machine: client id 0, observing only. */
public final class PortfolioEngine implements Engine {

    private static final int OBSERVER = 0;
    private static final Backoff RECONNECTING = Backoff.of(500_000_000L, 15_000_000_000L);

    /** So many attempts that came to nothing are for a person to know of. */
    private static final int TOLD_FAILURES = 3;

    /** Texts of time without a zone are read in the zone of the exchanges. */
    private static final ZoneId BROKER_ZONE = ZoneId.of("US/Eastern");

    private final Sequences sequences = new Sequences();
    private final SortedMap<String, Assignment> assignments = new TreeMap<>();
    private final Recalling recalling = new Recalling();
    private final AskedLists lists = new AskedLists();
    private boolean apart;
    private final Reconnection reconnection = new Reconnection(RECONNECTING);
    private PortfolioState state = PortfolioState.EMPTY;
    private @Nullable Guard guard;
    private @Nullable AccountPnl pnl;
    private long coreWakeNanos = Long.MAX_VALUE;
    private long toldWakeNanos = Long.MAX_VALUE;
    private volatile AccountView view = AccountView.EMPTY;

    private record Guard(
            PortfolioSettings settings,
            PortfolioCore core,
            AccountEvents events,
            AccountRequests requests,
            ClientSession session,
            long epoch) {}

    /** Returns what people may ask about; may be read by any thread. */
    public AccountView view() {
        return view;
    }

    @Override
    public List<EngineOutput> step(EngineInput input) {
        Guard current = input instanceof EngineInput.Started began ? started(began) : guard;
        if (current == null) {
            throw new IllegalStateException("Invariant: Started is the first input");
        }
        Collected out = new Collected(current.settings().account());
        take(input, current, out);
        for (SessionEvent event = out.next(); event != null; event = out.next()) {
            session(event, current, input.now(), out);
        }
        boolean recalled = recalling.done(state.seasoned());
        if (recalled && reconnection.due(input.now().monotonicNanos())) {
            out.add(new EngineOutput.OpenLink());
        }
        wake(input, current, out);
        view = picture(current);
        return out.outputs();
    }

    private Guard started(EngineInput.Started started) {
        PortfolioSettings settings = PortfolioSettings.read(started.settings());
        Guard made =
                new Guard(
                        settings,
                        new PortfolioCore(settings.policy(started.leaseEpoch())),
                        new AccountEvents(settings.account(), BROKER_ZONE),
                        new AccountRequests(settings.account()),
                        new ClientSession(SessionSettings.defaults(OBSERVER)),
                        started.leaseEpoch());
        guard = made;
        lists.clear();
        apart = false;
        recalling.restarted();
        reconnection.begin(started.now().monotonicNanos());
        return made;
    }

    private void take(EngineInput input, Guard current, Collected out) {
        long mono = input.now().monotonicNanos();
        switch (input) {
            case EngineInput.Started started ->
                    drive(new PortfolioEvent.Began(at(started.now())), current, started.now(), out);
            case EngineInput.LinkOpened _ -> current.session().opened(mono, out);
            case EngineInput.LinkClosed closed -> {
                current.session().closed(mono, out);
                lists.clear();
                apart = false;
                reconnection.lost(mono);
                if (reconnection.failures() == TOLD_FAILURES) {
                    out.add(unreachable(closed.reason()));
                }
                drive(
                        new PortfolioEvent.SessionLost(at(closed.now()), closed.reason()),
                        current,
                        closed.now(),
                        out);
            }
            case EngineInput.BytesRead read ->
                    current.session().received(ByteBuffer.wrap(read.bytes()), mono, out);
            case EngineInput.RecordRead read -> {
                for (PortfolioEvent event : heard(read, current)) {
                    drive(event, current, read.now(), out);
                }
            }
            case EngineInput.CaughtUp caughtUp -> recalling.caughtUp(caughtUp.topic());
            case EngineInput.Woke woke -> {
                current.session().woke(mono, out);
                drive(new PortfolioEvent.Woke(at(woke.now())), current, woke.now(), out);
            }
            case EngineInput.HttpCommand http -> {
                for (PortfolioEvent event : recalling.reset(http.command(), http.now())) {
                    drive(event, current, http.now(), out);
                }
            }
            case EngineInput.TopicsLost _,
                    EngineInput.PredictionMade _,
                    EngineInput.ProcessChanged _ -> {}
        }
    }

    private static EngineOutput unreachable(String reason) {
        return new EngineOutput.Alarm(
                "tws-unreachable",
                "account",
                "TWS cannot be reached: "
                        + reason
                        + ". Nothing opens. Is it running, with the API enabled on that port? It is"
                        + " tried again until it answers.");
    }

    private List<PortfolioEvent> heard(EngineInput.RecordRead read, Guard current) {
        if (read.value() instanceof Assignment assignment) {
            assignments.put(assignment.getTicker(), assignment);
            return List.of();
        }
        return recalling.heard(read, current.settings().account(), current.epoch());
    }

    private void session(SessionEvent event, Guard current, Now now, Collected out) {
        switch (event) {
            case SessionEvent.Ready ready -> ready(ready, current, now, out);
            case SessionEvent.Received received ->
                    current.events()
                            .event(received.message(), now)
                            .ifPresent(told -> drive(told, current, now, out));
            case SessionEvent.MustClose close -> {
                reconnection.mustClose(close.reason());
                out.add(
                        new EngineOutput.Alarm(
                                "tws-session-" + close.reason(),
                                current.settings().account(),
                                close.text()));
                out.add(new EngineOutput.CloseLink(close.text()));
            }
            case SessionEvent.MalformedFrame bad ->
                    out.add(
                            new EngineOutput.Alarm(
                                    "tws-message-malformed",
                                    current.settings().account(),
                                    "A message of TWS cannot be read: " + bad));
            case SessionEvent.Answered answered -> answered(answered, current, now, out);
            case SessionEvent.NotSent notSent ->
                    RequestKey.of(notSent.message()).ifPresent(lists::isLast);
            case SessionEvent.ConnectivityLost _ -> apart = true;
            case SessionEvent.ConnectivityRestored _ -> apart = false;
            case SessionEvent.Ticked _,
                    SessionEvent.SubscriptionChanged _,
                    SessionEvent.Conflated _,
                    SessionEvent.Disconnected _,
                    SessionEvent.OrderRemarked _,
                    SessionEvent.TooManyMessages _,
                    SessionEvent.PortChanged _,
                    SessionEvent.MarginDeficient _,
                    SessionEvent.FarmChanged _,
                    SessionEvent.TimeMeasured _,
                    SessionEvent.ReadOnlyApi _,
                    SessionEvent.UnknownMessage _ -> {}
        }
    }

    /** A list that was not ended by the broker's word is asked for again when it is overdue. */
    private void answered(SessionEvent.Answered answered, Guard current, Now now, Collected out) {
        if (lists.isLast(answered.request()) && !(answered.answer() instanceof Answer.Unknown)) {
            AccountEvents.listed(answered.request().kind(), now)
                    .ifPresent(told -> drive(told, current, now, out));
        }
    }

    private void ready(SessionEvent.Ready ready, Guard current, Now now, Collected out) {
        if (!ready.accounts().contains(current.settings().account())) {
            out.add(
                    new EngineOutput.Exit(
                            EngineOutput.Exit.SETTINGS_REFUSED,
                            "account "
                                    + current.settings().account()
                                    + " is not among those of this TWS: "
                                    + ready.accounts()
                                    + ". Name one of them, or log in as the user that has it."));
            return;
        }
        reconnection.succeeded();
        drive(new PortfolioEvent.SessionOpened(at(now)), current, now, out);
        if (apart) {
            drive(new PortfolioEvent.BrokerLinkLost(at(now)), current, now, out);
        }
    }

    private void drive(PortfolioEvent event, Guard current, Now now, Collected out) {
        if (event instanceof PortfolioEvent.PnlSeen seen) {
            pnl = seen.pnl();
        }
        PortfolioCore.Step step = current.core().step(state, event);
        state = step.state();
        for (PortfolioCommand command : step.commands()) {
            carryOut(command, current, now, out);
        }
    }

    private void carryOut(PortfolioCommand command, Guard current, Now now, Collected out) {
        String account = current.settings().account();
        for (ClientMessage request :
                current.requests().of(command, current.session()::takeRequestId)) {
            RequestKey.of(request).ifPresent(lists::asked);
            current.session().send(request, Lane.DATA, now.monotonicNanos(), out);
        }
        switch (command) {
            case PortfolioCommand.Reconnect reconnect ->
                    out.add(new EngineOutput.CloseLink(reconnect.reason()));
            case PortfolioCommand.TellHands tell -> hands(tell, current, now, out);
            case PortfolioCommand.TellPnl tell -> pnl(tell, current, now, out);
            case PortfolioCommand.TellPosition tell -> {
                String key =
                        Topics.accountPositionKey(
                                account, tell.position().instrument().conId().value());
                Stamp stamp = stamp(Topics.ACCOUNT_POSITIONS, key, current, now);
                publish(
                        Topics.ACCOUNT_POSITIONS,
                        key,
                        AccountRecords.position(tell.position(), account, stamp),
                        out);
            }
            case PortfolioCommand.TellRisk tell -> {
                Stamp stamp = stamp(Topics.RISK, account, current, now);
                publish(
                        Topics.RISK,
                        account,
                        AccountRecords.risk(tell, current.settings(), stamp),
                        out);
            }
            case PortfolioCommand.AnswerReset answer -> {
                String key = answer.commandId();
                Stamp stamp = stamp(Topics.COMMAND_RESULTS, key, current, now);
                publish(Topics.COMMAND_RESULTS, key, AccountRecords.answer(answer, stamp), out);
            }
            case PortfolioCommand.RaiseAlarm alarm ->
                    out.add(new EngineOutput.Alarm(alarm.code(), account, alarm.text()));
            case PortfolioCommand.WakeAt wake -> coreWakeNanos = wake.monotonicNanos();
            case PortfolioCommand.RequestPositions _,
                    PortfolioCommand.RequestPnl _,
                    PortfolioCommand.RequestOpenOrders _,
                    PortfolioCommand.RequestExecutions _,
                    PortfolioCommand.RequestCompletedOrders _ -> {}
        }
    }

    private void pnl(PortfolioCommand.TellPnl tell, Guard current, Now now, Collected out) {
        String account = current.settings().account();
        Stamp stamp = stamp(Topics.PNL, account, current, now);
        publish(
                Topics.PNL,
                account,
                AccountRecords.pnl(tell.pnl(), current.settings(), stamp),
                out);
    }

    /** Keyed by the ticker, so that its monger can book the fill. */
    private void hands(PortfolioCommand.TellHands tell, Guard current, Now now, Collected out) {
        Instrument instrument = HandRecords.instrument(tell.report());
        String ticker = ticker(instrument);
        String key = ticker == null ? instrument.symbol() : ticker;
        HandRecords.Owner owner = new HandRecords.Owner(current.settings().account(), ticker);
        Stamp stamp = stamp(Topics.MANUAL_ORDERS, key, current, now);
        publish(Topics.MANUAL_ORDERS, key, HandRecords.write(tell.report(), owner, stamp), out);
    }

    private @Nullable String ticker(Instrument instrument) {
        for (Assignment assignment : assignments.values()) {
            Long conId = assignment.getConId();
            boolean same =
                    conId != null
                            ? conId == instrument.conId().value()
                            : assignment.getSymbol().equals(instrument.symbol())
                                    && assignment
                                            .getSecurityType()
                                            .equals(instrument.securityType())
                                    && assignment.getCurrency().equals(instrument.currency());
            if (same) {
                return assignment.getTicker();
            }
        }
        return null;
    }

    private Stamp stamp(Topic topic, String key, Guard current, Now now) {
        return Stamp.of(sequences.next(topic.name(), key), now, current.epoch());
    }

    private static void publish(Topic topic, String key, SpecificRecord value, Collected out) {
        out.add(new EngineOutput.Publish(topic.name(), key, value));
    }

    private void wake(EngineInput input, Guard current, Collected out) {
        // What is still to be read calls by itself when it has come; only then the line is due.
        long opening =
                recalling.done(state.seasoned()) ? reconnection.nextWakeNanos() : Long.MAX_VALUE;
        long next = Math.min(coreWakeNanos, Math.min(current.session().nextWakeNanos(), opening));
        if (next != toldWakeNanos || input instanceof EngineInput.Woke) {
            toldWakeNanos = next;
            out.add(new EngineOutput.WakeAt(Long.MAX_VALUE, next));
        }
    }

    private AccountView picture(Guard current) {
        List<PermitGate> closed = PermitGate.closed(state);
        boolean near =
                AccountRecords.near(
                        pnl == null ? null : pnl.daily(), current.settings().dailyLossLimit());
        return new AccountView(
                current.settings().account(),
                state.link() instanceof AccountLink.Up,
                AccountRecords.level(state.latch(), closed, near),
                closed,
                state.latch(),
                current.settings().dailyLossLimit(),
                pnl,
                state.positions().held().values().stream()
                        .filter(position -> !position.quantity().isZero())
                        .toList());
    }

    private static Instants at(Now now) {
        return new Instants(now.exchangeNanos(), now.monotonicNanos());
    }
}
