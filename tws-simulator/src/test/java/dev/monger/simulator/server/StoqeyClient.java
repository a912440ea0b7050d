package dev.monger.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.tws.message.ServerMessage;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code @stoqey/ib} on the other end of the wire: what it is told to ask it asks, and what it
 * hears is compared, event by event and field by field, in the order in which it comes.
 */
final class StoqeyClient implements Closeable {
    static final int VERSION = 193;

    private final NodeProcess node;
    private final Deque<Map<?, ?>> heard = new ArrayDeque<>();

    private StoqeyClient(NodeProcess node) {
        this.node = node;
    }

    /** Connects and hears out what TWS says of itself. */
    static StoqeyClient connected(SimulatorServer server, int clientId) throws Exception {
        StoqeyClient client = connecting(server, clientId);
        client.skipUntil("Sec-def data farm connection is OK:secdefil");
        return client;
    }

    /** Connects and hears nothing yet. */
    static StoqeyClient connecting(SimulatorServer server, int clientId) throws Exception {
        return new StoqeyClient(
                NodeProcess.start(
                        "drive.js", Integer.toString(server.port()), Integer.toString(clientId)));
    }

    private void skipUntil(String text) throws Exception {
        while (!next().toString().contains(text)) {
            // What comes at a start is looked at by a test of its own.
        }
    }

    void call(String name, Object... arguments) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("call", name);
        line.put("arguments", Arrays.asList(arguments));
        node.say(line);
    }

    /** The next event, whatever it is; a complaint of the decoder fails. */
    Map<?, ?> next() throws Exception {
        Map<?, ?> event = heard.isEmpty() ? node.next() : heard.removeFirst();
        if (event.containsKey("complaint")) {
            throw new AssertionError("the decoder complains: " + event.get("complaint"));
        }
        return event;
    }

    /** What came with an event. */
    static List<?> arguments(Map<?, ?> event) {
        if (event.get("arguments") instanceof List<?> arguments) {
            return arguments;
        }
        throw new AssertionError("no event: " + event);
    }

    /** The next events are those of these messages, in this order, and each field is as said. */
    void expect(ServerMessage... messages) throws Exception {
        for (ServerMessage message : messages) {
            for (StoqeyEvent event : StoqeyView.of(message, VERSION)) {
                expect(event);
            }
        }
    }

    void expect(StoqeyEvent event) throws Exception {
        Map<?, ?> printed = next();
        assertThat(StoqeyEvent.differences(event, printed)).as("%s", printed).isEmpty();
    }

    /** The next event is an error or a notice with this code, about this id; its text. */
    String expectError(int id, int code) throws Exception {
        Map<?, ?> printed = next();
        List<?> arguments = arguments(printed);
        assertThat(printed.get("event")).as("%s", printed).isEqualTo(id == -1 ? "info" : "error");
        assertThat(arguments.get(1)).as("%s", printed).isEqualTo(Integer.toString(code));
        if (id != -1) {
            assertThat(arguments.get(2)).as("%s", printed).isEqualTo(Integer.toString(id));
        }
        return String.valueOf(arguments.getFirst());
    }

    /** Nothing else has come: the next event is the answer to a question asked now. */
    void expectNothingElse() throws Exception {
        call("reqIds", 1);
        Map<?, ?> printed = next();
        assertThat(printed.get("event")).as("%s", printed).isEqualTo("nextValidId");
    }

    @Override
    public void close() throws IOException {
        node.close();
    }
}
