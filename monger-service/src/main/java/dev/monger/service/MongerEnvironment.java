package dev.monger.service;

import dev.monger.engine.monger.MongerSettings;
import dev.monger.shell.environment.EnvironmentReader;
import dev.monger.shell.environment.ServiceEnvironment;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What a monger is told.
 *
 * @param service what every service is told
 * @param ticker the one it trades
 * @param clientId its own at the gateway
 * @param leaseEpoch the number of its session; empty when it was started by hand
 * @param messagesPerSecond its share of the gateway's pace
 */
record MongerEnvironment(
        ServiceEnvironment service,
        String ticker,
        int clientId,
        OptionalLong leaseEpoch,
        int messagesPerSecond) {

    private static final Pattern TICKER_FORM = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,15}");
    private static final int CLIENT_ID_MAX = 31;
    private static final int PACE = 10;
    private static final int PACE_LEAST = 2;
    private static final int PACE_MOST = 45;

    /** Reads it; valid when the reader has found no problem. */
    static MongerEnvironment from(EnvironmentReader reader) {
        ServiceEnvironment service = ServiceEnvironment.from(reader);
        int most = service.clock().perRealSecond(PACE_MOST);
        return new MongerEnvironment(
                service,
                reader.required(
                        "MONGER_TICKER", TICKER_FORM, "give one ticker of the fleet, as in SPY"),
                reader.requiredNumber("MONGER_CLIENT_ID", 1, CLIENT_ID_MAX),
                leaseEpoch(reader),
                reader.number("MONGER_MESSAGES_PER_SECOND", PACE_LEAST, most).orElse(PACE));
    }

    private static OptionalLong leaseEpoch(EnvironmentReader reader) {
        Optional<String> text = reader.text("MONGER_LEASE_EPOCH");
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.get().matches("[1-9][0-9]{0,17}")) {
            reader.refuse(
                    "MONGER_LEASE_EPOCH", "give the epoch of the lease, a whole number from 1");
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }

    /** What the engine is told, and its journal keeps. */
    MongerSettings settings() {
        return new MongerSettings(ticker, service.account(), clientId, messagesPerSecond);
    }
}
