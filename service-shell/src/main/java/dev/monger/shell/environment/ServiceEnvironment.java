package dev.monger.shell.environment;

import dev.monger.shell.MarketClock;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What every service is told.
 *
 * @param kafka bootstrap servers
 * @param registry base URL of the registry
 * @param tws where TWS, a gateway or the simulator listens
 * @param account the account; every order carries it
 * @param live whether the operator said that a live account is meant
 * @param simulated whether the other side is our simulator
 * @param stateFolder of the whole stack
 * @param tokenFile holds the word that a command over HTTP has to carry
 * @param clock market time
 * @param httpPort to serve on; 0 to choose one
 */
public record ServiceEnvironment(
        String kafka,
        String registry,
        Tws tws,
        String account,
        boolean live,
        boolean simulated,
        Path stateFolder,
        Path tokenFile,
        MarketClock clock,
        int httpPort) {

    /** Every variable there is, for whichever process; any other is refused. */
    static final List<String> KNOWN =
            List.of(
                    "MONGER_ACCOUNT",
                    "MONGER_ASSIGNMENTS",
                    "MONGER_CLIENT_ID",
                    "MONGER_CLOCK",
                    "MONGER_DAILY_LOSS_LIMIT",
                    "MONGER_HTTP_PORT",
                    "MONGER_JAVA",
                    "MONGER_JAVA_HOME",
                    "MONGER_KAFKA",
                    "MONGER_LEASE_EPOCH",
                    "MONGER_LIVE",
                    "MONGER_MESSAGES_PER_SECOND",
                    "MONGER_MONGER_APP",
                    "MONGER_MONGER_OPTIONS",
                    "MONGER_REGISTRY",
                    "MONGER_REQUIRE",
                    "MONGER_SIMULATED",
                    "MONGER_STATE_DIR",
                    "MONGER_TICKER",
                    "MONGER_TOKEN_FILE",
                    "MONGER_TWS_HOST",
                    "MONGER_TWS_PORT");

    private static final String ACCOUNT = "MONGER_ACCOUNT";
    private static final String CLOCK = "MONGER_CLOCK";
    private static final Pattern ACCOUNT_FORM = Pattern.compile("[A-Z]{1,3}[0-9]{1,12}");
    private static final Pattern HOST_FORM = Pattern.compile("[A-Za-z0-9_.:-]+");
    private static final int PORT_MAX = 65_535;

    /** Where TWS listens. */
    public record Tws(String host, int port) {}

    /** Reads what all share, and refuses variables that nobody knows. */
    public static ServiceEnvironment from(EnvironmentReader reader) {
        reader.refuseAllBut(KNOWN);
        Path state = reader.requiredPath("MONGER_STATE_DIR");
        boolean live = reader.flag("MONGER_LIVE");
        boolean simulated = reader.flag("MONGER_SIMULATED");
        return new ServiceEnvironment(
                reader.requiredAddresses("MONGER_KAFKA"),
                reader.requiredUrl("MONGER_REGISTRY"),
                tws(reader),
                account(reader, live),
                live,
                simulated,
                state,
                reader.path("MONGER_TOKEN_FILE").orElse(state.resolve("token")),
                clock(reader, simulated),
                reader.number("MONGER_HTTP_PORT", 0, PORT_MAX).orElse(0));
    }

    private static Tws tws(EnvironmentReader reader) {
        return new Tws(
                reader.required(
                        "MONGER_TWS_HOST",
                        HOST_FORM,
                        "give the host where TWS listens, as in 127.0.0.1"),
                reader.requiredNumber("MONGER_TWS_PORT", 1, PORT_MAX));
    }

    private static String account(EnvironmentReader reader, boolean live) {
        String account =
                reader.required(
                        ACCOUNT,
                        ACCOUNT_FORM,
                        "give one account as TWS writes it, as in DU1234567");
        if (ACCOUNT_FORM.matcher(account).matches() && !account.startsWith("D") && !live) {
            reader.refuse(
                    ACCOUNT,
                    "this is not a paper account (D...); name one, or say MONGER_LIVE=true if real"
                            + " money is meant");
        }
        return account;
    }

    private static MarketClock clock(EnvironmentReader reader, boolean simulated) {
        try {
            MarketClock clock = MarketClock.parse(reader.text(CLOCK).orElse(""));
            if (!clock.isReal() && !simulated) {
                reader.refuse(
                        CLOCK,
                        "another time than the real one is for our own simulator only: unset it, or"
                                + " say MONGER_SIMULATED=true if the other side is the simulator");
            }
            return clock;
        } catch (IllegalArgumentException malformed) {
            reader.refuse(
                    CLOCK,
                    "give originWallEpochNanos,originExchangeEpochNanos,rate, the rate above 0, at"
                            + " most 10000, with at most 6 decimals; or unset it for real time");
            return MarketClock.real();
        }
    }
}
