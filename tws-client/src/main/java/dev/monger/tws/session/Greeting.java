package dev.monger.tws.session;

import dev.monger.tws.codec.Handshake;
import java.nio.ByteBuffer;

/** Reads what TWS answered to the announced versions. */
final class Greeting {

    private Greeting() {}

    /** What the answer came to. */
    sealed interface Outcome {

        record Agreed(int serverVersion, String connectionTime) implements Outcome {}

        record Close(CloseReason reason, String text) implements Outcome {}
    }

    static Outcome read(ByteBuffer payload, SessionSettings.Versions announced) {
        return switch (Handshake.readServerHello(payload)) {
            case Handshake.ServerHello.Refused(String reason) ->
                    new Outcome.Close(CloseReason.NOT_TWS, reason);
            case Handshake.ServerHello.Agreed(int version, String time) ->
                    agreed(version, time, announced);
        };
    }

    private static Outcome agreed(int version, String time, SessionSettings.Versions announced) {
        if (version < announced.min()) {
            return new Outcome.Close(
                    CloseReason.SERVER_TOO_OLD,
                    "TWS speaks version "
                            + version
                            + ", at least "
                            + announced.min()
                            + " is needed: update TWS or Gateway");
        }
        if (version > announced.max()) {
            return new Outcome.Close(
                    CloseReason.SERVER_TOO_NEW,
                    "TWS answered version "
                            + version
                            + " though at most "
                            + announced.max()
                            + " was announced");
        }
        return new Outcome.Agreed(version, time);
    }
}
