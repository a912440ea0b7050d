package dev.monger.simulator;

import dev.monger.simulator.front.Connection;
import dev.monger.simulator.front.ConnectionOutput;
import dev.monger.tws.codec.ClientMessageEncoder;
import dev.monger.tws.codec.Decoded;
import dev.monger.tws.codec.FrameReader;
import dev.monger.tws.codec.Handshake;
import dev.monger.tws.codec.ServerMessageDecoder;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client on the other end of the wire, which hears everything TWS says and writes it down. */
final class TwsClientFake implements ConnectionOutput {
    final List<ServerMessage> heard = new ArrayList<>();
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean closed;
    String greeting = "";
    private final TwsSimulator simulator;
    private final Connection connection;
    private final FrameReader frames = new FrameReader();
    private final ClientMessageEncoder encoder;
    private final ServerMessageDecoder decoder;

    TwsClientFake(TwsSimulator simulator, int version) {
        this.simulator = simulator;
        this.encoder = new ClientMessageEncoder(version);
        this.decoder = new ServerMessageDecoder(version);
        this.connection = simulator.connect(this);
        connection.received(Handshake.clientHello(100, version, ""), simulator.nowNanos());
    }

    static TwsClientFake started(TwsSimulator simulator, int clientId) {
        TwsClientFake client = new TwsClientFake(simulator, 200);
        client.say(new SessionRequest.StartApi(clientId, ""));
        client.heard.clear();
        return client;
    }

    void say(ClientMessage message) {
        connection.received(encoder.encode(message), simulator.nowNanos());
    }

    void hangUp() {
        connection.closedByPeer();
    }

    @Override
    public void send(byte[] told) {
        bytes.writeBytes(told);
        frames.append(ByteBuffer.wrap(told));
        while (frames.next() instanceof FrameReader.Frame.Whole whole) {
            if (greeting.isEmpty()) {
                greeting = StandardCharsets.UTF_8.decode(whole.payload()).toString();
                continue;
            }
            switch (decoder.decode(whole.payload())) {
                case Decoded.Message<ServerMessage>(ServerMessage message) -> heard.add(message);
                case Decoded.Unknown<ServerMessage> unknown ->
                        throw new AssertionError(unknown.toString());
                case Decoded.Malformed<ServerMessage> malformed ->
                        throw new AssertionError(malformed.toString());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Orders, executions and errors in brief, in the order heard. */
    List<String> story() {
        List<String> story = new ArrayList<>();
        for (ServerMessage message : heard) {
            switch (message) {
                case OrderMessage.OpenOrder open ->
                        story.add(
                                "openOrder "
                                        + open.orderId()
                                        + " "
                                        + open.state().status()
                                        + (open.state().commissionE8() == Long.MAX_VALUE
                                                ? ""
                                                : " commission"));
                case OrderMessage.OrderStatus status ->
                        story.add(
                                "orderStatus "
                                        + status.orderId()
                                        + " "
                                        + status.status()
                                        + " "
                                        + whole(status.filledE8())
                                        + "/"
                                        + whole(status.remainingE8())
                                        + (status.whyHeld().isEmpty()
                                                ? ""
                                                : " " + status.whyHeld()));
                case OrderMessage.ExecDetails exec ->
                        story.add(
                                "execDetails "
                                        + exec.execution().orderId()
                                        + " "
                                        + whole(exec.execution().sharesE8()));
                case OrderMessage.CommissionReport report -> story.add("commissionReport");
                case OrderMessage.OrderBound bound -> story.add("orderBound " + bound.orderId());
                case OrderMessage.OpenOrderEnd end -> story.add("openOrderEnd");
                case SessionMessage.ErrorMessage error ->
                        story.add("error " + error.id() + " " + error.code());
                default -> {
                    // Not part of an order's story.
                }
            }
        }
        return story;
    }

    List<MarketDataMessage> marketData() {
        return heard.stream()
                .filter(MarketDataMessage.class::isInstance)
                .map(MarketDataMessage.class::cast)
                .toList();
    }

    <T extends ServerMessage> List<T> heard(Class<T> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static long whole(long valueE8) {
        return valueE8 / 100_000_000L;
    }
}
