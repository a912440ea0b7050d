package dev.monger.tws.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.ServerMessage;
import java.nio.ByteBuffer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one side writes the other reads, for every message at every version. */
class RoundTripTest {

    private static final int OLDEST = 151;
    private static final int NEWEST = 200;
    private static final int SEEDS = 4;

    private final CarriedFields carried = new CarriedFields();

    static Stream<Class<?>> clientLeaves() {
        return Seeded.leaves(ClientMessage.class).stream();
    }

    static Stream<Class<?>> serverLeaves() {
        return Seeded.leaves(ServerMessage.class).stream();
    }

    /** Adding a message changes these numbers, and so brings its author here. */
    @Test
    void shouldKnowEveryMessage() {
        assertThat(clientLeaves()).hasSize(41).allMatch(Class::isRecord);
        assertThat(serverLeaves()).hasSize(49).allMatch(Class::isRecord);
    }

    @ParameterizedTest
    @MethodSource("clientLeaves")
    void shouldReadWhatAClientWroteAtEveryVersion(Class<?> leaf) {
        for (int version = firstVersion(leaf); version <= NEWEST; version++) {
            var encoder = new ClientMessageEncoder(version);
            var decoder = new ClientMessageDecoder(version);
            returns(
                    leaf,
                    version,
                    message -> encoder.encode(ClientMessage.class.cast(message)),
                    decoder::decode);
        }
        assertThat(carried.unused(leaf.getSimpleName())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("serverLeaves")
    void shouldReadWhatTwsWroteAtEveryVersion(Class<?> leaf) {
        for (int version = firstVersion(leaf); version <= NEWEST; version++) {
            var encoder = new ServerMessageEncoder(version);
            var decoder = new ServerMessageDecoder(version);
            returns(
                    leaf,
                    version,
                    message -> encoder.encode(ServerMessage.class.cast(message)),
                    decoder::decode);
        }
        assertThat(carried.unused(leaf.getSimpleName())).isEmpty();
    }

    /**
     * Every component that the version carries is read as it was made; and a message without the
     * others, which the wire can say whole, is read as it is, whole.
     */
    private <M> void returns(
            Class<?> leaf,
            int version,
            Function<Record, byte[]> encode,
            Function<ByteBuffer, Decoded<M>> decode) {
        for (int index = 0; index < SEEDS; index++) {
            long seed = version * 1000L + index;
            String what = "seed " + seed + " at " + version;
            Record made = new Seeded(seed).record(leaf);
            Record read = read(encode.apply(made), decode, what);
            assertThat(carried.wrong(made, read, version)).as(what).isEmpty();
            assertThat(read(encode.apply(read), decode, what)).as(what).isEqualTo(read);
        }
    }

    private static int firstVersion(Class<?> leaf) {
        return switch (leaf.getSimpleName()) {
            case "RequestCurrentTimeInMillis", "CurrentTimeInMillis" -> 197;
            case "HistoricalDataEnd" -> 196;
            default -> OLDEST;
        };
    }

    private static <M> Record read(
            byte[] frame, Function<ByteBuffer, Decoded<M>> decode, String what) {
        ByteBuffer payload = ByteBuffer.wrap(frame).slice(4, frame.length - 4);
        Decoded<M> decoded = decode.apply(payload);
        if (decoded instanceof Decoded.Message<M>(M message) && message instanceof Record record) {
            return record;
        }
        return fail(what + ": " + decoded);
    }

    @Test
    void shouldRefuseMessagesThatAVersionDoesNotHave() {
        for (Class<?> leaf : serverLeaves().toList()) {
            int first = firstVersion(leaf);
            if (first > OLDEST) {
                ServerMessage made = (ServerMessage) new Seeded(1).record(leaf);
                assertThat(
                                new ServerMessageDecoder(first - 1)
                                        .decode(
                                                ByteBuffer.wrap(
                                                                new ServerMessageEncoder(first)
                                                                        .encode(made))
                                                        .position(4)))
                        .isInstanceOf(Decoded.Unknown.class);
            }
        }
    }
}
