package dev.monger.tws.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage.ErrorMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts beyond ASCII on both sides of the version that began to escape them. */
class EscapesTest {

    private static final String TEXT = "café 中";

    /** Both are the wire's own words: raw UTF-8 before, six characters of ASCII since. */
    @ParameterizedTest
    @CsvSource({"152, café 中", "153, caf\\u00e9 \\u4e2d"})
    void shouldWriteAndReadTheTextAsTheVersionHasIt(int version, String onTheWire) {
        // When
        byte[] frame = new ServerMessageEncoder(version).encode(ErrorMessage.of(7, 321, TEXT));

        // Then
        String wire = new String(frame, StandardCharsets.UTF_8);
        assertThat(wire).contains("\0" + onTheWire + "\0");
        assertThat(textOf(version, frame)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource({"152, \\u00e9", "153, é"})
    void shouldTakeAnEscapeForACharacterSinceTheVersionThatBeganIt(int version, String read) {
        byte[] frame = new ServerMessageEncoder(152).encode(ErrorMessage.of(7, 321, "\\u00e9"));
        assertThat(textOf(version, frame)).isEqualTo(read);
    }

    @Test
    void shouldLeaveWhatIsNoEscapeOfACharacterBeyondAscii() {
        for (String text : new String[] {"\\u", "\\u00e", "\\u0022", "\\uzzzz", "\\\\u00zz"}) {
            assertThat(Escapes.remove(text)).isEqualTo(text);
        }
        assertThat(Escapes.remove("\\u\\u00e9x\\u0022")).isEqualTo("\\uéx\\u0022");
    }

    private static String textOf(int version, byte[] frame) {
        Decoded<ServerMessage> decoded =
                new ServerMessageDecoder(version).decode(ByteBuffer.wrap(frame).position(4));
        return decoded instanceof Decoded.Message<ServerMessage>(ErrorMessage error)
                ? error.text()
                : decoded.toString();
    }
}
