package dev.monger.simulator.server;

import dev.monger.tws.codec.ClientMessageEncoder;
import dev.monger.tws.codec.Handshake;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.SessionRequest;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client's blocking call to a simulator over a socket, at version 200. */
final class ClientCall implements Closeable {
    private static final int LONGEST_MILLIS = 20_000;

    private final Socket socket;
    private final DataInputStream in;
    private final ClientMessageEncoder encoder = new ClientMessageEncoder(200);

    ClientCall(int port, int clientId) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(LONGEST_MILLIS);
        in = new DataInputStream(socket.getInputStream());
        socket.getOutputStream().write(Handshake.clientHello(100, 200, ""));
        frame();
        say(new SessionRequest.StartApi(clientId, ""));
    }

    void say(ClientMessage message) throws IOException {
        socket.getOutputStream().write(encoder.encode(message));
    }

    /** Waits until TWS has named the accounts. */
    void awaitStart() throws IOException {
        await("15");
    }

    /** Reads until a message with this id comes, and gives its fields. */
    String[] await(String id) throws IOException {
        while (true) {
            String[] fields = frame().split("\0", -1);
            if (fields[0].equals(id)) {
                return fields;
            }
        }
    }

    /** Reads to the end of the connection. */
    boolean awaitEnd() throws IOException {
        byte[] buffer = new byte[4096];
        while (socket.getInputStream().read(buffer) >= 0) {
            // What TWS still says is of no matter.
        }
        return true;
    }

    private String frame() throws IOException {
        byte[] payload = new byte[in.readInt()];
        in.readFully(payload);
        return new String(payload, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
