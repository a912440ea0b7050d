package dev.monger.launcher.stack;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks whether a TWS or gateway answers, before anything is started that would need it. */
final class TwsProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 1024;
    private static final String RIGHT =
            "Start TWS or IB Gateway, log in, and allow the API (TWS: Global Configuration, API,"
                    + " Settings, Enable ActiveX and Socket Clients). Usual ports: TWS 7497 paper, 7496"
                    + " live; gateway 4002 paper, 4001 live";

    private TwsProbe() {}

    /**
     * Says hello as the protocol wants it and hangs up; refuses when nobody answers as TWS does.
     */
    static void greet(String host, int port) throws Refusal {
        greet(host, port, PATIENCE);
    }

    static void greet(String host, int port, Duration patience) throws Refusal {
        int millis = (int) patience.toMillis();
        String where = host + ":" + port;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), millis);
            socket.setSoTimeout(millis);
            socket.getOutputStream().write(hello());
            DataInputStream answer = new DataInputStream(socket.getInputStream());
            int length = answer.readInt();
            if (length < 1 || length > LONGEST_ANSWER) {
                throw refused("what listens at " + where + " does not speak as TWS does", null);
            }
            answer.readFully(new byte[length]);
        } catch (SocketTimeoutException silent) {
            throw refused(
                    "TWS at " + where + " is silent; a dialog may wait for an answer", silent);
        } catch (IOException absent) {
            throw refused("no TWS answers at " + where + " (" + absent.getMessage() + ")", absent);
        }
    }

    private static byte[] hello() {
        byte[] versions = "v151..200".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(Integer.BYTES * 2 + versions.length)
                .put("API\0".getBytes(StandardCharsets.US_ASCII))
                .putInt(versions.length)
                .put(versions)
                .array();
    }

    private static Refusal refused(String what, @Nullable Exception why) {
        String text = what + ". " + RIGHT;
        return why == null
                ? new Refusal(Refusal.BAD_INPUT, text)
                : new Refusal(Refusal.BAD_INPUT, text, why);
    }
}
