package dev.monger.engine.tws;

import dev.monger.core.model.ConId;
import dev.monger.core.model.ContractDescription;
import dev.monger.core.monger.MongerCommand;
import dev.monger.core.monger.MongerEvent;
import dev.monger.engine.EngineOutput;
import dev.monger.engine.Now;
import dev.monger.tws.codec.ClientMessageDecoder;
import dev.monger.tws.codec.Decoded;
import dev.monger.tws.codec.FrameReader;
import dev.monger.tws.codec.Handshake;
import dev.monger.tws.codec.ServerMessageEncoder;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.ContractDetails;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.PriceStep;
import dev.monger.tws.message.ReferenceMessage;
import dev.monger.tws.message.ReferenceRequest.RequestContractDetails;
import dev.monger.tws.message.ReferenceRequest.RequestMarketRule;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionRequest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A desk whose TWS is the test: what it sent, told the core and told the shell is remembered. */
final class DeskAtTws implements Sink {

    static final long SECOND = 1_000_000_000L;
    static final String ACCOUNT = "DU1";
    static final ConId SPY_ID = new ConId(756733);
    static final Contract SPY = Contract.stock(756733, "SPY", "ARCA");
    static final ContractDescription WANTED =
            new ContractDescription("SPY", "STK", "SMART", "ARCA", "USD", null);

    private static final int VERSION = 200;
    private static final int RULE = 26;

    final BrokerDesk desk = new BrokerDesk(7, ACCOUNT, 40);
    final List<MongerEvent> events = new ArrayList<>();
    final List<EngineOutput> outputs = new ArrayList<>();
    private final List<ClientMessage> heard = new ArrayList<>();
    private FrameReader frames = new FrameReader();
    private boolean hello;
    private boolean probed;

    /** Under which id the quotes were asked for first. */
    int quotesId;

    /** Under which id they were asked for last, be it before {@link #forget}. */
    private int lastQuotesId;

    private long nanos = SECOND;

    int quotesId() {
        return lastQuotesId;
    }

    Now now() {
        return new Now(nanos, nanos, nanos);
    }

    /** The socket opens and TWS agrees on the version, but is not ready. */
    void connects() {
        hello = false;
        frames = new FrameReader();
        desk.linkOpened(now(), this);
        desk.received(Handshake.serverHello(VERSION, "20261124 09:30:00 US/Eastern"), now(), this);
    }

    void greets() {
        says(new SessionMessage.ManagedAccounts(List.of(ACCOUNT)));
        says(new SessionMessage.NextValidId(101));
    }

    /** The session is ready, the contract found and its streams wanted. */
    void trades() {
        connects();
        greets();
        asksForTheContract();
        answersTheContract();
        answersTheRule();
        carryOut(new MongerCommand.SubscribeStreams(SPY_ID));
        quotesId = last(MarketDataRequest.RequestMarketData.class).requestId();
        forget();
    }

    void asksForTheContract() {
        carryOut(new MongerCommand.ConfirmContract(WANTED));
    }

    void answersTheContract() {
        answersTheContract(SPY_ID);
    }

    void answersTheContract(ConId conId) {
        int id = last(RequestContractDetails.class).requestId();
        says(
                new ReferenceMessage.ContractData(
                        id,
                        ContractDetails.builder(SPY.withConId((int) conId.value()))
                                .validExchanges("SMART")
                                .marketRuleIds(Integer.toString(RULE))
                                .minTickE8(1_000_000L)
                                .build()));
        says(new ReferenceMessage.ContractDataEnd(id));
    }

    void answersTheRule() {
        last(RequestMarketRule.class);
        says(new ReferenceMessage.MarketRule(RULE, List.of(new PriceStep(0, 1_000_000L))));
    }

    void hangsUp() {
        desk.linkClosed("gone", now(), this);
    }

    void says(ServerMessage message) {
        desk.received(new ServerMessageEncoder(VERSION).encode(message), now(), this);
    }

    void says(int id, int code, String text) {
        says(SessionMessage.ErrorMessage.of(id, code, text));
    }

    void carryOut(MongerCommand.ToBroker command) {
        desk.carryOut(command, now(), this);
    }

    /** Lets time pass while TWS answers every probe. */
    void passes(long seconds) {
        long end = nanos + seconds * SECOND;
        while (nanos < end) {
            nanos += SECOND / 2;
            desk.woke(now(), this);
            if (probed) {
                probed = false;
                says(new SessionMessage.CurrentTimeInMillis(nanos / 1_000_000));
            }
        }
    }

    void forget() {
        events.clear();
        outputs.clear();
        heard.clear();
    }

    <M extends ClientMessage> List<M> heard(Class<M> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <M extends ClientMessage> M last(Class<M> kind) {
        return heard(kind).getLast();
    }

    <V extends MongerEvent> List<V> told(Class<V> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<String> alarms() {
        return outputs.stream()
                .filter(EngineOutput.Alarm.class::isInstance)
                .map(output -> ((EngineOutput.Alarm) output).code())
                .toList();
    }

    @Override
    public void output(EngineOutput output) {
        outputs.add(output);
        if (!(output instanceof EngineOutput.Send send)) {
            return;
        }
        if (!hello) {
            hello = true;
            return;
        }
        frames.append(ByteBuffer.wrap(send.bytes()));
        while (frames.next() instanceof FrameReader.Frame.Whole(ByteBuffer payload)) {
            if (new ClientMessageDecoder(VERSION).decode(payload)
                    instanceof Decoded.Message<ClientMessage>(ClientMessage message)) {
                heard.add(message);
                if (message instanceof MarketDataRequest.RequestMarketData quotes) {
                    lastQuotesId = quotes.requestId();
                }
                probed |= message instanceof SessionRequest.RequestCurrentTimeInMillis;
            } else {
                throw new AssertionError("not a message");
            }
        }
    }

    @Override
    public void event(MongerEvent event) {
        events.add(event);
    }
}
