package dev.monger.engine.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import dev.monger.engine.Now;
import dev.monger.tws.codec.ClientMessageDecoder;
import dev.monger.tws.codec.Decoded;
import dev.monger.tws.codec.FrameReader;
import dev.monger.tws.codec.Handshake;
import dev.monger.tws.codec.ServerMessageEncoder;
import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionRequest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** A TWS on the other end of the wire, and the shell between: it carries bytes and the time. */
final class Gateway {

    static final long SECOND = 1_000_000_000L;
    static final int VERSION = 187;

    private final List<EngineInput> inputs = new ArrayList<>();
    private final List<EngineOutput> outputs = new ArrayList<>();
    private final List<ClientMessage> requests = new ArrayList<>();
    private final List<ServerMessage> openOrders = new ArrayList<>();
    private final List<ServerMessage> executions = new ArrayList<>();
    private final ServerMessageEncoder encoder = new ServerMessageEncoder(VERSION);
    private final ClientMessageDecoder decoder = new ClientMessageDecoder(VERSION);
    private FrameReader frames = new FrameReader();
    private PortfolioEngine engine;
    private List<String> accounts = List.of("DU1");
    private boolean greeted;

    /** TWS has lost the broker: it says so to whoever connects, and lists nothing. */
    private boolean apart;

    private int pnlRequest = -1;
    private long dailyPnlE8;
    private long monotonic = 50 * SECOND;
    private long calendar = 1_795_478_400L * SECOND;

    Gateway(PortfolioEngine engine) {
        this.engine = engine;
    }

    PortfolioEngine engine() {
        return engine;
    }

    /**
     * Another process, on the journal of the one before; its monotonic clock has another origin.
     */
    void restart(PortfolioEngine replayed) {
        for (EngineInput input : inputs) {
            replayed.step(input);
        }
        engine = replayed;
        monotonic = 3 * SECOND;
        greeted = false;
    }

    Now now() {
        return new Now(calendar, monotonic, calendar);
    }

    void accounts(String... names) {
        accounts = List.of(names);
    }

    void dailyPnl(long unitsE8) {
        dailyPnlE8 = unitsE8;
    }

    void lists(ServerMessage order) {
        openOrders.add(order);
    }

    void executes(ServerMessage execution) {
        executions.add(execution);
    }

    void take(EngineInput input) {
        inputs.add(input);
        for (EngineOutput output : engine.step(input)) {
            outputs.add(output);
            switch (output) {
                case EngineOutput.WakeAt wake when input instanceof EngineInput.Woke woke ->
                        assertThat(wake.monotonicNanos())
                                .as("a time that is past would come at once, for ever")
                                .isGreaterThan(woke.now().monotonicNanos());
                case EngineOutput.OpenLink _ -> {
                    frames = new FrameReader();
                    greeted = false;
                    take(new EngineInput.LinkOpened(now()));
                }
                case EngineOutput.CloseLink close ->
                        take(new EngineInput.LinkClosed(now(), close.reason()));
                case EngineOutput.Send send -> received(send.bytes());
                default -> {
                    // Kept, and looked at by the test.
                }
            }
        }
    }

    void losesTheBroker() {
        apart = true;
    }

    void findsTheBroker() {
        apart = false;
        say(SessionMessage.ErrorMessage.of(-1, 1102, "restored - data maintained"));
    }

    void passes(int seconds) {
        for (int second = 0; second < seconds; second++) {
            calendar += SECOND;
            monotonic += SECOND;
            if (pnlRequest >= 0) {
                say(new AccountMessage.Pnl(pnlRequest, dailyPnlE8, 0, 0));
            }
            take(new EngineInput.Woke(now()));
        }
    }

    void say(ServerMessage message) {
        take(new EngineInput.BytesRead(now(), encoder.encode(message)));
    }

    private void received(byte[] bytes) {
        if (!greeted) {
            greeted = true;
            take(
                    new EngineInput.BytesRead(
                            now(), Handshake.serverHello(VERSION, "20261123 10:00:00 EST")));
            return;
        }
        frames.append(ByteBuffer.wrap(bytes));
        while (frames.next() instanceof FrameReader.Frame.Whole(ByteBuffer payload)) {
            if (decoder.decode(payload)
                    instanceof Decoded.Message<ClientMessage>(ClientMessage message)) {
                requests.add(message);
                answer(message);
            } else {
                throw new AssertionError("a request that nobody understands");
            }
        }
    }

    private void answer(ClientMessage message) {
        switch (message) {
            case SessionRequest.StartApi _ -> {
                say(new SessionMessage.ManagedAccounts(accounts));
                if (apart) {
                    say(SessionMessage.ErrorMessage.of(-1, 2110, "TWS and server are apart"));
                }
                say(new SessionMessage.NextValidId(1));
            }
            case SessionRequest.RequestCurrentTime _ ->
                    say(new SessionMessage.CurrentTime(calendar / SECOND));
            case ClientMessage _ when apart -> {
                // Whatever is asked for has to come from the broker.
            }
            case AccountRequest.RequestPositions _ -> say(new AccountMessage.PositionEnd());
            case AccountRequest.RequestPnl ask -> pnlRequest = ask.requestId();
            case OrderRequest.RequestAllOpenOrders _ -> {
                openOrders.forEach(this::say);
                say(new OrderMessage.OpenOrderEnd());
            }
            case OrderRequest.RequestExecutions ask -> {
                executions.forEach(this::say);
                say(new OrderMessage.ExecDetailsEnd(ask.requestId()));
            }
            case OrderRequest.RequestCompletedOrders _ ->
                    say(new OrderMessage.CompletedOrdersEnd());
            default -> {
                // Needs no answer.
            }
        }
    }

    List<ClientMessage> requests() {
        return requests;
    }

    List<EngineInput> inputs() {
        return inputs;
    }

    List<EngineOutput> outputs() {
        return outputs;
    }

    <T extends EngineOutput> List<T> of(Class<T> kind) {
        return outputs.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends SpecificRecord> List<T> published(Class<T> kind) {
        return of(EngineOutput.Publish.class).stream()
                .map(EngineOutput.Publish::value)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
