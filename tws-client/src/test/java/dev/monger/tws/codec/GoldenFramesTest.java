package dev.monger.tws.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.ServerMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenFramesTest {

    /** How a frame is judged: by who wrote it, and whether that was us. */
    private enum Origin {
        TWS,
        CANONICAL_CLIENT,
        OTHER_CLIENT,
        HANDSHAKE;

        static Origin of(GoldenFrame frame) {
            if (frame.isHandshake()) {
                return HANDSHAKE;
            }
            if (frame.fromServer()) {
                return TWS;
            }
            return frame.captured() ? OTHER_CLIENT : CANONICAL_CLIENT;
        }
    }

    static Stream<GoldenCase> cases() {
        return GoldenCase.all();
    }

    @Test
    void shouldHaveEveryFrameOfTheFileAndEveryOrigin() {
        assertThat(cases()).hasSize(265);
        assertThat(cases().map(golden -> Origin.of(golden.first())).distinct())
                .containsExactlyInAnyOrder(Origin.values());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void shouldReadTheFrameAndWriteItsBytes(GoldenCase golden) {
        for (GoldenFrame frame : golden.atVersions()) {
            switch (Origin.of(frame)) {
                case TWS -> readsWhatTwsSaysAndWritesTheSameBytes(frame);
                case CANONICAL_CLIENT -> writesTheCanonicalBytesOfAClient(frame);
                case OTHER_CLIENT -> readsTheSpellingsOfOtherClients(frame);
                case HANDSHAKE -> readsAndWritesTheHandshake(frame);
            }
        }
    }

    private static void readsWhatTwsSaysAndWritesTheSameBytes(GoldenFrame golden) {
        ServerMessage message = server(golden.version(), golden.payload());
        byte[] written = new ServerMessageEncoder(golden.version()).encode(message);
        assertThat(fieldsOf(written)).isEqualTo(golden.fields());
        assertThat(written).isEqualTo(golden.bytes());
    }

    private static void writesTheCanonicalBytesOfAClient(GoldenFrame golden) {
        ClientMessage message = client(golden.version(), golden.payload());
        byte[] written = new ClientMessageEncoder(golden.version()).encode(message);
        assertThat(fieldsOf(written)).isEqualTo(golden.fields());
        assertThat(written).isEqualTo(golden.bytes());
    }

    /** What another client sent means the same in our own spelling, field by field. */
    private static void readsTheSpellingsOfOtherClients(GoldenFrame golden) {
        ClientMessage message = client(golden.version(), golden.payload());
        byte[] written = new ClientMessageEncoder(golden.version()).encode(message);
        assertThat(client(golden.version(), ByteBuffer.wrap(written).slice(4, written.length - 4)))
                .isEqualTo(message);
        List<String> ours = fieldsOf(written);
        assertThat(ours).hasSameSizeAs(golden.fields());
        // Two clients send another message version than we do; TWS ignores it.
        boolean otherVersion = List.of("2", "76").contains(ours.getFirst());
        for (int index = otherVersion ? 2 : 0; index < ours.size(); index++) {
            assertThat(meaning(ours.get(index)))
                    .as("field %d of %s", index + 1, ours)
                    .isEqualTo(meaning(golden.fields().get(index)));
        }
    }

    /** Unset, 0 and 0.0 are one; so are numbers with and without a point. */
    private static String meaning(String field) {
        String plain = field.endsWith(".0") ? field.substring(0, field.length() - 2) : field;
        return plain.equals("0") || plain.equals("2147483647") ? "" : plain;
    }

    private static void readsAndWritesTheHandshake(GoldenFrame golden) {
        if (golden.fromServer()) {
            var hello = (Handshake.ServerHello.Agreed) Handshake.readServerHello(golden.payload());
            assertThat(hello.serverVersion() + " " + hello.connectionTime())
                    .isEqualTo(String.join(" ", golden.fields()));
            assertThat(Handshake.serverHello(hello.serverVersion(), hello.connectionTime()))
                    .isEqualTo(golden.bytes());
        } else {
            ByteBuffer bytes = ByteBuffer.wrap(golden.bytes());
            var hello = (Handshake.ClientHello.Announced) Handshake.readClientHello(bytes);
            assertThat(bytes.hasRemaining()).isFalse();
            assertThat(Handshake.clientHello(hello.min(), hello.max(), hello.options()))
                    .isEqualTo(golden.bytes());
        }
    }

    private static ServerMessage server(int version, ByteBuffer payload) {
        Decoded<ServerMessage> decoded = new ServerMessageDecoder(version).decode(payload);
        assertThat(decoded).isInstanceOf(Decoded.Message.class);
        return ((Decoded.Message<ServerMessage>) decoded).message();
    }

    private static ClientMessage client(int version, ByteBuffer payload) {
        Decoded<ClientMessage> decoded = new ClientMessageDecoder(version).decode(payload);
        assertThat(decoded).isInstanceOf(Decoded.Message.class);
        return ((Decoded.Message<ClientMessage>) decoded).message();
    }

    static List<String> fieldsOf(byte[] frame) {
        String payload = new String(frame, 4, frame.length - 4, StandardCharsets.UTF_8);
        return List.of(payload.substring(0, payload.length() - 1).split("\0", -1));
    }
}
