package dev.monger.tws.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|messageId|missing, the message ends before it|''",
                "0|messageId|cut off, no NUL ends it|12",
                "0|messageId|no whole number: \"x\"|x~6~",
                "6|tickType|no whole number: \"1x\"|1~6~7~1x~150~",
                "6|tickType|beyond 32 bits: 2147483648|1~6~7~2147483648~1~3~1~",
                "15|size|missing, the message ends before it|1~6~7~1~150.24~",
                "8|price|no decimal within +-92233720368: \"1e30\"|1~6~7~1~1e30~3~1~",
                "8|price|no decimal within +-92233720368: \"Infinity\"|1~6~7~1~Infinity~3~1~",
                "8|price|no decimal within +-92233720368: \"bad\"|1~6~7~1~bad~3~1~",
                "5|count|no count that fits the rest of the message: 2000000000|17~1~2000000000~"
            })
    void shouldTellWhereAndWhy(int offset, String field, String reason, String payload) {
        Decoded<ServerMessage> decoded = server(200, payload.replace('~', '\0'));
        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoded.Malformed.class,
                        malformed -> {
                            assertThat(malformed.offset()).isEqualTo(offset);
                            assertThat(malformed.field()).isEqualTo(field);
                            assertThat(malformed.reason()).isEqualTo(reason);
                        });
    }

    @Test
    void shouldRefuseCountsThatCannotBe() {
        assertThat(server(200, "17\0001\0002000000000\000")).isInstanceOf(Decoded.Malformed.class);
        assertThat(server(200, "17\0001\000-1\000")).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void shouldSkipUnknownIdsAndIdsOfLaterVersions() {
        assertThat(server(200, "106\0001\000")).isEqualTo(new Decoded.Unknown<ServerMessage>(106));
        assertThat(server(200, "-7\000")).isEqualTo(new Decoded.Unknown<ServerMessage>(-7));
        assertThat(server(195, "108\0001\000a\000b\000"))
                .isEqualTo(new Decoded.Unknown<ServerMessage>(108));
    }

    @Test
    void shouldTolerateSurplusFields() {
        assertThat(server(200, "9\0001\000101\000more\000"))
                .isEqualTo(new Decoded.Message<ServerMessage>(new SessionMessage.NextValidId(101)));
    }

    @Test
    void shouldReadUnsetQuantitiesInAllSpellings() {
        for (String unset :
                List.of("", "2147483647", "9223372036854775807", "1.7976931348623157E308")) {
            assertThat(server(200, "2\0006\0007\0008\000" + unset + "\000"))
                    .isEqualTo(
                            new Decoded.Message<ServerMessage>(
                                    new MarketDataMessage.TickSize(7, 8, Decimals.UNSET)));
        }
    }

    @Test
    void shouldDropEmptyAccounts() {
        assertThat(server(200, "15\0001\000DU1,DU2,\000"))
                .isEqualTo(
                        new Decoded.Message<ServerMessage>(
                                new SessionMessage.ManagedAccounts(List.of("DU1", "DU2"))));
    }

    @Test
    void shouldRefuseToWriteATextThatWouldEndItsField() {
        var pattern =
                new MarketDataRequest.RequestMarketData(
                        1, Contract.of("A\0B", "STK", "SMART", "USD"), "", false, false, "");
        assertThatThrownBy(() -> new ClientMessageEncoder(200).encode(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("contract.symbol");
    }

    @Test
    void shouldRefuseToWriteAMessageOfALaterVersion() {
        ClientMessage millis = new SessionRequest.RequestCurrentTimeInMillis();
        assertThatThrownBy(() -> new ClientMessageEncoder(196).encode(millis))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("197");
    }

    private static Decoded<ServerMessage> server(int version, String payload) {
        return new ServerMessageDecoder(version)
                .decode(ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)));
    }
}
