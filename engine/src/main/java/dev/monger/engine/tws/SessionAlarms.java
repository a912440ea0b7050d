package dev.monger.engine.tws;

import dev.monger.engine.EngineOutput;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.session.Observed;
import dev.monger.tws.session.SessionEvent;
import dev.monger.tws.session.Subscription;
import java.util.List;
import java.util.Optional;

/** What of a session people must know, and what they can do about it. */
final class SessionAlarms {

    private static final int LAST_STRIKE = 3;

    private SessionAlarms() {}

    static Optional<EngineOutput> of(SessionEvent event, String account) {
        return switch (event) {
            case SessionEvent.ReadOnlyApi readOnly ->
                    alarm(
                            "read-only-api",
                            account,
                            readOnly.text() + ": switch off \"Read-Only API\" in TWS");
            case SessionEvent.MalformedFrame malformed ->
                    alarm("malformed-frame", account, malformed.toString());
            case SessionEvent.PortChanged changed ->
                    alarm(
                            "tws-port-changed",
                            account,
                            "TWS listens on "
                                    + (changed.newPort() == 0
                                            ? "another port"
                                            : "port " + changed.newPort())
                                    + " from now on: start again with MONGER_TWS_PORT set to it");
            case SessionEvent.MarginDeficient margin ->
                    alarm(
                            "margin-deficient",
                            account,
                            margin.text() + ": the broker may close positions; reduce now");
            case SessionEvent.TooManyMessages much when much.strikes() >= LAST_STRIKE ->
                    alarm(
                            "tws-pace",
                            account,
                            "TWS says for the "
                                    + much.strikes()
                                    + ". time that too much is sent: lower the messages a second");
            case SessionEvent.SubscriptionChanged change -> subscription(change, account);
            default -> Optional.empty();
        };
    }

    private static Optional<EngineOutput> subscription(
            SessionEvent.SubscriptionChanged change, String account) {
        if (change.observed() == Observed.REFUSED
                && change.what() instanceof Subscription.MarketData) {
            return alarm(
                    "market-data-refused",
                    account,
                    "TWS refuses market data, and without it nothing opens: "
                            + change.code()
                            + " "
                            + change.text());
        }
        return isLostProfit(change.observed(), change.what())
                ? alarm(
                        "profit-unknown",
                        account,
                        "TWS does not tell the profit by which losses are limited: "
                                + change.observed()
                                + " "
                                + change.text())
                : Optional.empty();
    }

    /** The account is none of those that TWS manages. */
    static EngineOutput missingAccount(String account, List<String> managed) {
        return new EngineOutput.Alarm(
                "account-missing",
                account,
                "TWS manages "
                        + managed
                        + ", not "
                        + account
                        + ": log in with the right user, or correct the account");
    }

    /** TWS offers order ids that would be taken for those of requests. */
    static EngineOutput noOrderIds(String account) {
        return new EngineOutput.Alarm(
                "order-ids-used-up",
                account,
                "TWS offers no order id below those of requests, so a refusal of an order could not"
                        + " be told from that of a request, and nothing is traded: reset the order"
                        + " ids in TWS (API settings) while no order works, or use another client"
                        + " id");
    }

    /** The broker can never answer what was asked of the past. */
    static EngineOutput impossibleHistory(String account, ClientMessage asked) {
        return new EngineOutput.Alarm(
                "history-refused",
                account,
                "such bars cannot be had: correct the bar size or count of predictions: " + asked);
    }

    private static boolean isLostProfit(Observed observed, Subscription what) {
        return (observed == Observed.REFUSED || observed == Observed.SILENT)
                && (what instanceof Subscription.Pnl || what instanceof Subscription.PnlSingle);
    }

    private static Optional<EngineOutput> alarm(String code, String account, String text) {
        return Optional.of(new EngineOutput.Alarm(code, account, text));
    }
}
