package dev.monger.schemas;

import dev.monger.schemas.Topic.Retention;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** The catalogue: every topic of the fleet. Topics are created from it and from nothing else. */
public final class Topics {

    /** The key of a command that is for all tickers. */
    public static final String ALL_TICKERS = "*";

    private static final String TICKER = "ticker";
    private static final String ACCOUNT = "account";

    private static final int FLEET_PARTITIONS = 1;
    private static final int TRADING_PARTITIONS = 4;

    public static final Topic ASSIGNMENTS =
            fleet("assignments", TICKER, Assignment.getClassSchema(), last(), "the desired state");
    public static final Topic LEASES =
            fleet(
                    "leases",
                    TICKER,
                    Lease.getClassSchema(),
                    last(),
                    "gateway, client id, budget and epoch of each ticker");
    public static final Topic COMMANDS =
            fleet(
                    "commands",
                    "ticker, or * for all",
                    FleetCommand.getClassSchema(),
                    days(30),
                    "what the fleet is told to do, in one total order");
    public static final Topic COMMAND_RESULTS =
            fleet(
                    "command-results",
                    "command id",
                    CommandResult.getClassSchema(),
                    days(30),
                    "how far each command has come, with proof or residual at its end");
    public static final Topic STATUS =
            fleet("status", TICKER, TickerStatus.getClassSchema(), last(), "how each monger is");

    public static final Topic SIGNALS =
            trading(
                    "signals",
                    Signal.getClassSchema(),
                    days(7),
                    "predictions made elsewhere, coming in");
    public static final Topic PREDICTIONS =
            trading(
                    "predictions",
                    PredictionRecord.getClassSchema(),
                    days(30),
                    "every prediction, what was decided and which gate said no");
    public static final Topic ORDERS =
            trading(
                    "orders",
                    OrderChange.getClassSchema(),
                    days(90),
                    "each change of each order of ours");
    public static final Topic FILLS =
            trading(
                    "fills",
                    Fill.getClassSchema(),
                    new Retention.Forever(),
                    "each execution once, corrections as revisions, commissions as amendments");
    public static final Topic POSITIONS =
            trading(
                    "positions",
                    Position.getClassSchema(),
                    last(),
                    "each position, whose it is, and its profit and loss");
    public static final Topic JOURNAL =
            trading(
                    "journal",
                    JournalEntry.getClassSchema(),
                    days(30),
                    "the journal of each monger, as an envelope of kind and bytes");

    public static final Topic MANUAL_ORDERS =
            account(
                    "manual-orders",
                    TICKER,
                    ManualOrder.getClassSchema(),
                    days(90),
                    "orders people type, their changes and fills, interventions on ours");
    public static final Topic PNL =
            account(
                    "pnl",
                    ACCOUNT,
                    AccountPnl.getClassSchema(),
                    days(30),
                    "daily, unrealised and realised profit and loss");
    public static final Topic ACCOUNT_POSITIONS =
            account(
                    "positions",
                    "account/conId",
                    AccountPosition.getClassSchema(),
                    last(),
                    "what the broker says, all clients and hands together");
    public static final Topic RISK =
            account(
                    "risk",
                    ACCOUNT,
                    RiskState.getClassSchema(),
                    last(),
                    "limits, warnings, the latched breach; its heartbeat is the permit");

    private static final List<Topic> ALL =
            List.of(
                    ASSIGNMENTS,
                    LEASES,
                    COMMANDS,
                    COMMAND_RESULTS,
                    STATUS,
                    SIGNALS,
                    PREDICTIONS,
                    ORDERS,
                    FILLS,
                    POSITIONS,
                    JOURNAL,
                    MANUAL_ORDERS,
                    PNL,
                    ACCOUNT_POSITIONS,
                    RISK);

    private Topics() {}

    /** Every topic, in the order of the catalogue. */
    public static List<Topic> all() {
        return ALL;
    }

    /** The topic of that name, if the catalogue has it. */
    public static Optional<Topic> named(String name) {
        return ALL.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    /** The key of {@link #ACCOUNT_POSITIONS}. */
    public static String accountPositionKey(String account, long conId) {
        return account + "/" + conId;
    }

    private static Retention last() {
        return new Retention.LastOfEachKey();
    }

    private static Retention days(int days) {
        return new Retention.Days(days);
    }

    private static Topic fleet(
            String name, String key, Schema value, Retention retention, String what) {
        return new Topic("fleet." + name, key, value, FLEET_PARTITIONS, retention, what);
    }

    private static Topic account(
            String name, String key, Schema value, Retention retention, String what) {
        return new Topic("account." + name, key, value, FLEET_PARTITIONS, retention, what);
    }

    private static Topic trading(String name, Schema value, Retention retention, String what) {
        return new Topic("trading." + name, TICKER, value, TRADING_PARTITIONS, retention, what);
    }
}
