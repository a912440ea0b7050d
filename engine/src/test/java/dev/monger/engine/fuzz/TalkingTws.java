package dev.monger.engine.fuzz;

import dev.monger.engine.Engine;
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
import dev.monger.tws.message.CompletedState;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.ContractDetails;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Execution;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.OrderState;
import dev.monger.tws.message.PriceStep;
import dev.monger.tws.message.ReferenceMessage;
import dev.monger.tws.message.ReferenceRequest;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionRequest;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A TWS that answers an engine well, and remembers what it said so that it can be said badly. */
final class TalkingTws {

    static final String ACCOUNT = "DU1234567";
    static final int CLIENT = 1;

    private static final long SECOND = 1_000_000_000L;
    private static final int VERSION = 200;
    private static final int RULE = 26;
    private static final Contract SPY = Contract.stock(756733, "SPY", "ARCA");
    private static final String REFERENCE = "SPY.2.7.";

    private final Engine engine;
    private final ServerMessageEncoder encoder = new ServerMessageEncoder(VERSION);
    private final ClientMessageDecoder decoder = new ClientMessageDecoder(VERSION);
    private final List<byte[]> said = new ArrayList<>();
    private final Deque<EngineInput> pending = new ArrayDeque<>();
    private final List<EngineOutput> outputs = new ArrayList<>();
    private FrameReader frames = new FrameReader();
    private boolean greeted;
    private long nanos = 1_795_478_400L * SECOND;

    TalkingTws(Engine engine) {
        this.engine = engine;
    }

    Now now() {
        return new Now(nanos, nanos, nanos);
    }

    List<byte[]> said() {
        return said;
    }

    List<EngineOutput> outputs() {
        return outputs;
    }

    /** Gives an input, and whatever TWS answers to what comes of it. */
    void take(EngineInput input) {
        pending.add(input);
        for (EngineInput next = pending.poll(); next != null; next = pending.poll()) {
            for (EngineOutput output : engine.step(next)) {
                outputs.add(output);
                obey(output);
            }
        }
    }

    void hears(byte[] frame) {
        take(new EngineInput.BytesRead(now(), frame));
    }

    void passes(long nanosLater) {
        nanos += nanosLater;
        take(new EngineInput.Woke(now()));
    }

    private void obey(EngineOutput output) {
        switch (output) {
            case EngineOutput.OpenLink _ -> {
                frames = new FrameReader();
                greeted = false;
                pending.add(new EngineInput.LinkOpened(now()));
            }
            case EngineOutput.CloseLink close ->
                    pending.add(new EngineInput.LinkClosed(now(), close.reason()));
            case EngineOutput.Send send -> received(send.bytes());
            default -> {
                // Records and alarms are for nobody here.
            }
        }
    }

    private void received(byte[] bytes) {
        if (!greeted) {
            greeted = true;
            byte[] hello = Handshake.serverHello(VERSION, "20261124 09:30:00 US/Eastern");
            pending.add(new EngineInput.BytesRead(now(), hello));
            return;
        }
        frames.append(ByteBuffer.wrap(bytes));
        while (frames.next() instanceof FrameReader.Frame.Whole(ByteBuffer payload)) {
            if (decoder.decode(payload)
                    instanceof Decoded.Message<ClientMessage>(ClientMessage message)) {
                answer(message);
            } else {
                throw new AssertionError("a request that nobody understands");
            }
        }
    }

    private void say(ServerMessage message) {
        byte[] frame = encoder.encode(message);
        said.add(frame);
        pending.add(new EngineInput.BytesRead(now(), frame));
    }

    private void answer(ClientMessage message) {
        switch (message) {
            case SessionRequest.StartApi _ -> {
                say(new SessionMessage.ManagedAccounts(List.of(ACCOUNT)));
                say(new SessionMessage.NextValidId(101));
            }
            case SessionRequest.RequestCurrentTimeInMillis _ ->
                    say(new SessionMessage.CurrentTimeInMillis(nanos / 1_000_000));
            case ReferenceRequest.RequestContractDetails ask -> details(ask.requestId());
            case ReferenceRequest.RequestMarketRule ask ->
                    say(
                            new ReferenceMessage.MarketRule(
                                    ask.marketRuleId(), List.of(new PriceStep(0, 1_000_000L))));
            case MarketDataRequest.RequestMarketData ask -> quotes(ask.requestId());
            case AccountRequest.RequestPositions _ -> {
                say(
                        new AccountMessage.Position(
                                ACCOUNT, SPY, 100 * Decimals.ONE, 100 * Decimals.ONE));
                say(new AccountMessage.PositionEnd());
            }
            case AccountRequest.RequestPnl ask ->
                    say(new AccountMessage.Pnl(ask.requestId(), Decimals.ONE, 0, 0));
            case AccountRequest.RequestPnlSingle ask ->
                    say(
                            new AccountMessage.PnlSingle(
                                    ask.requestId(), 100 * Decimals.ONE, Decimals.ONE, 0, 0, 0));
            case OrderRequest.RequestOpenOrders _, OrderRequest.RequestAllOpenOrders _ -> {
                say(open(102, "S"));
                say(open(0, "x"));
                say(status("PreSubmitted"));
                say(new OrderMessage.OpenOrderEnd());
            }
            case OrderRequest.RequestExecutions ask -> {
                say(new OrderMessage.ExecDetails(ask.requestId(), SPY, bought()));
                say(new OrderMessage.CommissionReport("0001.01.01", Decimals.ONE, "USD", 0, 0, ""));
                say(new OrderMessage.ExecDetailsEnd(ask.requestId()));
            }
            case OrderRequest.RequestCompletedOrders _ -> {
                say(new OrderMessage.CompletedOrder(77, SPY, order("P"), CompletedState.NONE));
                say(new OrderMessage.CompletedOrdersEnd());
            }
            default -> {
                // Needs no answer here.
            }
        }
    }

    private void details(int requestId) {
        say(
                new ReferenceMessage.ContractData(
                        requestId,
                        ContractDetails.builder(SPY)
                                .validExchanges("SMART")
                                .marketRuleIds(Integer.toString(RULE))
                                .minTickE8(1_000_000L)
                                .liquidHours("20261124:0930-20261124:1600;20261125:CLOSED")
                                .timeZoneId("US/Eastern")
                                .build()));
        say(new ReferenceMessage.ContractDataEnd(requestId));
    }

    private void quotes(int requestId) {
        say(new MarketDataMessage.MarketDataType(requestId, 1));
        say(new MarketDataMessage.TickPrice(requestId, 1, 100 * Decimals.ONE, Decimals.ONE, 0));
        say(new MarketDataMessage.TickPrice(requestId, 2, 101 * Decimals.ONE, Decimals.ONE, 0));
        say(new MarketDataMessage.TickPrice(requestId, 4, 100 * Decimals.ONE, Decimals.ONE, 0));
        say(new MarketDataMessage.TickSize(requestId, 0, Decimals.ONE));
    }

    private static Order order(String leg) {
        return Order.builder("SELL", 100 * Decimals.ONE, "STP")
                .auxPriceE8(95 * Decimals.ONE)
                .account(ACCOUNT)
                .orderRef(REFERENCE + leg)
                .timeInForce("GTC")
                .build();
    }

    private static OrderMessage open(int orderId, String leg) {
        return new OrderMessage.OpenOrder(
                orderId, CLIENT, 80L + orderId, SPY, order(leg), OrderState.of("PreSubmitted"));
    }

    private static OrderMessage status(String status) {
        return new OrderMessage.OrderStatus(
                102, status, 0, 100 * Decimals.ONE, 0, 182, 0, 0, CLIENT, "", 0);
    }

    private static Execution bought() {
        return new Execution(
                101,
                "0001.01.01",
                "20261124 09:31:00 US/Eastern",
                ACCOUNT,
                "ARCA",
                "BOT",
                100 * Decimals.ONE,
                100 * Decimals.ONE,
                77,
                CLIENT,
                0,
                100 * Decimals.ONE,
                100 * Decimals.ONE,
                REFERENCE + "P",
                "",
                Decimals.UNSET,
                "",
                1,
                false,
                "");
    }
}
