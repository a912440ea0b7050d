package dev.monger.benchmark.codec;

import dev.monger.tws.codec.ClientMessageEncoder;
import dev.monger.tws.codec.ServerMessageEncoder;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.ServerMessage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Messages as a day brings them, {@link #COUNT} of each kind, the same in every run. */
public final class Samples {

    /** How many messages one invocation works through. */
    public static final int COUNT = 256;

    static final int VERSION = 200;

    private static final long SEED = 20_261_125;

    /** What a hundred messages of TWS are: much data, few orders. */
    private static final List<String> MIX =
            List.of(
                    "tickSize",
                    "tickPrice",
                    "tickSize",
                    "tickString",
                    "tickPrice",
                    "tickSize",
                    "tickPrice",
                    "tickSize",
                    "tickByTickLast",
                    "tickSize",
                    "tickPrice",
                    "tickSize",
                    "tickByTickBidAsk",
                    "realTimeBar",
                    "tickSize",
                    "tickPrice",
                    "tickSize",
                    "historicalDataUpdate",
                    "tickString",
                    "tickPrice",
                    "tickSize",
                    "orderStatus",
                    "tickSize",
                    "tickPrice",
                    "tickSize",
                    "tickSize",
                    "tickPrice",
                    "execDetails",
                    "tickSize",
                    "tickString",
                    "openOrder",
                    "tickSize");

    private static final int ROOM_BEHIND = 256;

    private Samples() {}

    static List<ServerMessage> ofServer(String kind) {
        ServerSamples made = new ServerSamples(new SplittableRandom(SEED));
        List<ServerMessage> messages = new ArrayList<>(COUNT);
        for (int index = 0; index < COUNT; index++) {
            messages.add(made.next(kind.equals("mix") ? MIX.get(index % MIX.size()) : kind));
        }
        return messages;
    }

    static List<ClientMessage> ofClient(String kind) {
        ClientSamples made = new ClientSamples(new SplittableRandom(SEED));
        List<ClientMessage> messages = new ArrayList<>(COUNT);
        for (int index = 0; index < COUNT; index++) {
            messages.add(made.next(kind));
        }
        return messages;
    }

    static byte[][] framesOfServer(String kind) {
        ServerMessageEncoder encoder = new ServerMessageEncoder(VERSION);
        return ofServer(kind).stream().map(encoder::encode).toArray(byte[][]::new);
    }

    static byte[][] framesOfClient(String kind) {
        ClientMessageEncoder encoder = new ClientMessageEncoder(VERSION);
        return ofClient(kind).stream().map(encoder::encode).toArray(byte[][]::new);
    }

    /** Joins frames as a frame reader holds them, with room behind them. */
    static byte[] stream(byte[][] frames) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] frame : frames) {
            all.writeBytes(frame);
        }
        all.writeBytes(new byte[ROOM_BEHIND]);
        return all.toByteArray();
    }
}
