package dev.monger.core.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that an assignment can say, each thing once: what is read, what is refused, the page for
 * operators and the schema for their editors come from here.
 */
public final class FieldCatalogue {

    private static final Duration DECADE = Duration.ofDays(3650);
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private static final List<Duration> BAR_LENGTHS =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1));

    private static final List<Field> ALL = all();

    private static final FieldIndex INDEX = new FieldIndex(ALL);

    private FieldCatalogue() {}

    /** Returns every field, in the order in which they are explained. */
    public static List<Field> fields() {
        return ALL;
    }

    /** Returns the field that a key as it was written names. */
    public static Optional<Field> find(String written) {
        return INDEX.find(written);
    }

    static FieldKind kindOf(String key) {
        return find(key)
                .map(Field::kind)
                .orElseThrow(() -> new IllegalStateException("Invariant: no field " + key));
    }

    private static List<Field> all() {
        List<Field> fields = new ArrayList<>();
        contract(fields);
        sizing(fields);
        signals(fields);
        entry(fields);
        exit(fields);
        closing(fields);
        losses(fields);
        risk(fields);
        hours(fields);
        ends(fields);
        return List.copyOf(fields);
    }

    private static void add(
            List<Field> fields, String key, FieldKind kind, String standard, String sentence) {
        fields.add(new Field(key, kind, standard.isEmpty() ? null : standard, false, sentence));
    }

    private static void contract(List<Field> fields) {
        FieldKind word = new FieldKind.Word("a word");
        fields.add(
                new Field(
                        "ticker",
                        new FieldKind.Word("1 to 16 upper-case letters, digits, dots or dashes"),
                        null,
                        true,
                        "the name of this assignment, and the symbol where none is given"));
        fields.add(
                new Field(
                        "account",
                        new FieldKind.Word("the account's name"),
                        null,
                        true,
                        "the account every order carries; from the stack where none is given"));
        add(
                fields,
                "contract.symbol",
                word,
                "",
                "the symbol at the broker; the ticker where none is given");
        add(fields, "contract.securityType", word, "STK", "the broker's word for what it is");
        add(fields, "contract.exchange", word, "SMART", "where orders are routed");
        add(fields, "contract.primaryExchange", word, "", "tells contracts of one symbol apart");
        add(fields, "contract.currency", word, "USD", "the contract's currency");
        add(
                fields,
                "contract.conId",
                new FieldKind.ContractNumber(),
                "",
                "the broker's own number; with it nothing is ambiguous");
    }

    private static void sizing(List<Field> fields) {
        FieldKind shares = new FieldKind.Shares();
        add(fields, "sizing.unit", shares, "1", "shares of one entry");
        add(
                fields,
                "sizing.maximum",
                shares,
                "",
                "largest own position in shares, working entries counted; the unit where none is given");
        add(
                fields,
                "sizing.tiers.*.unit",
                shares,
                "",
                "shares of one entry whose limit is at this price or above, up to the next tier");
        add(
                fields,
                "sizing.tiers.*.maximum",
                shares,
                "",
                "largest own position in shares for such an entry; the tier's unit where none is given");
    }

    private static void signals(List<Field> fields) {
        FieldKind part = new FieldKind.Fraction(0, 1_000_000);
        FieldKind flag = new FieldKind.Flag();
        add(
                fields,
                "predictions.indicators",
                new FieldKind.Words("indicator rules between commas"),
                "",
                "indicator rules, the first with an opinion wins: `ema-cross FAST SLOW [full BASIS_POINTS] [for BARS]`, `rsi BARS LOW HIGH [for BARS]`; none leaves it to `trading.signals`");
        add(
                fields,
                "predictions.bar",
                new FieldKind.Spans(BAR_LENGTHS),
                "1m",
                "length of the bars the rules look at: 5, 10, 15 or 30 seconds, 1, 2, 5, 15 or 30 minutes, an hour");
        add(
                fields,
                "predictions.bars",
                new FieldKind.Whole(2, 1000),
                "60",
                "how many closed bars they are given");
        add(
                fields,
                "signals.bullish.from",
                part,
                "0.6",
                "least confidence on which an upward prediction is acted");
        add(fields, "signals.bullish.to", part, "1", "greatest confidence on which one is acted");
        add(fields, "signals.bearish.from", part, "0.6", "the same for downward");
        add(fields, "signals.bearish.to", part, "1", "the same for downward");
        add(fields, "signals.inverted", flag, "false", "trade up as down and down as up");
        add(fields, "signals.allowShort", flag, "false", "may sell short");
        add(
                fields,
                "signals.maximumAge",
                new FieldKind.Span(SHORTEST, DECADE),
                "30s",
                "a prediction whose last input is older is not acted on");
    }

    private static void entry(List<Field> fields) {
        add(
                fields,
                "entry.spacing",
                new FieldKind.Span(Duration.ZERO, DECADE),
                "1m",
                "least time after the last entry left, and after the last trade opened, before the next entry");
        add(
                fields,
                "entry.pricing",
                words(QuotePricing.values()),
                "join",
                "where the limit stands: `join` the own side of the quote, `mid`, `cross` to the other side");
        add(
                fields,
                "entry.offsetTicks",
                new FieldKind.Whole(-1000, 1000),
                "0",
                "the contract's price increments towards the other side; negative is more patient");
        add(
                fields,
                "entry.goodTill",
                new FieldKind.Span(Duration.ofSeconds(1), Duration.ofHours(1)),
                "20s",
                "after which the broker itself ends an entry");
        add(
                fields,
                "entry.coolDownAfterStop",
                new FieldKind.Span(Duration.ZERO, DECADE),
                "5m",
                "no entry for so long after a stop-loss has filled, or a trade was closed for its loss");
    }

    private static void exit(List<Field> fields) {
        FieldKind distance = new FieldKind.Distance();
        add(
                fields,
                "exit.tradeWindow",
                new FieldKind.Span(Duration.ZERO, DAY),
                "0s",
                "executions within so long of the last one are the same trade, even if the position was flat between: its opening, holding time and loss go on");
        add(
                fields,
                "exit.maximumHolding",
                new FieldKind.Span(SHORTEST, DECADE),
                "30m",
                "after which a trade is closed, counted from its first execution");
        add(
                fields,
                "exit.takeProfit",
                distance,
                "1%",
                "distance of the take-profit from the entry's price, or an amount a share such as `0.25`");
        add(fields, "exit.stopLoss", distance, "0.5%", "distance of the stop-loss");
        add(
                fields,
                "exit.trailing",
                new FieldKind.Flag(),
                "false",
                "the stop follows the market, at the broker");
        add(
                fields,
                "exit.profitLock.activation",
                distance,
                "",
                "profit a share over the average price, at the side of the quote at which it could be closed, from which a part is locked; absent: no lock");
        add(
                fields,
                "exit.profitLock.floor",
                distance,
                "",
                "profit a share that is then kept: the stop-loss is moved there; below the activation and written like it; absent: the average price");
    }

    private static void closing(List<Field> fields) {
        add(
                fields,
                "exit.pricing",
                words(QuotePricing.values()),
                "cross",
                "where the limit of an orderly close stands (holding time, profit lock, end of hours); a flatten and a loss go through the quote at once");
        add(
                fields,
                "exit.offsetTicks",
                new FieldKind.Whole(-1000, 1000),
                "2",
                "the contract's price increments towards the other side, for an orderly close; negative is more patient");
        add(
                fields,
                "exit.patience",
                new FieldKind.Span(Duration.ZERO, DAY),
                "15s",
                "an orderly close that has not filled after so long goes through the quote too");
        add(
                fields,
                "exit.closeReprice",
                new FieldKind.Span(Duration.ofSeconds(1), Duration.ofSeconds(30)),
                "3s",
                "how often a closing order that has not filled is re-priced; 1s to 30s");
        add(
                fields,
                "exit.closeTicks",
                new FieldKind.Whole(0, 1000),
                "2",
                "price increments by which a closing limit goes through the quote");
    }

    private static void losses(List<Field> fields) {
        FieldKind amount = new FieldKind.Amount();
        add(
                fields,
                "risk.maximumLossPerDay",
                amount,
                "500",
                "of this ticker, in the contract's currency; reaching it latches, flattens and refuses entries");
        add(
                fields,
                "risk.maximumLossPerTrade",
                amount,
                "",
                "realised and open loss of the present trade, commissions counted; reaching it closes the trade through the quote and begins the cool-down; absent: none");
        add(
                fields,
                "risk.maximumAccountLossPerDay",
                amount,
                "",
                "of the account, as this monger's own session hears it; absent: the portfolio's alone");
        add(
                fields,
                "risk.dayBegins",
                new FieldKind.TimeOfDay(),
                "00:00",
                "when the day's loss counts anew, in the contract's time zone or one that is named; as the broker rolls its P&L");
    }

    private static void risk(List<Field> fields) {
        add(
                fields,
                "risk.maximumDataAge",
                new FieldKind.Span(SHORTEST, DECADE),
                "5s",
                "an older quote is no reason to enter");
        add(
                fields,
                "risk.priceCollar",
                new FieldKind.Fraction(100, 500_000),
                "0.03",
                "how far from the quote's middle a price of ours may be");
        add(
                fields,
                "risk.ordersPerMinute",
                new FieldKind.Whole(3, 1000),
                "30",
                "most orders and changes that entries may cause in a minute");
        add(
                fields,
                "risk.messagesPerFill",
                new FieldKind.Whole(1, 10_000),
                "20",
                "most orders, changes and cancels for each order that filled, over the day and from its hundredth on; then entries are refused, exits never");
    }

    private static void hours(List<Field> fields) {
        FieldKind flag = new FieldKind.Flag();
        add(
                fields,
                "hours.entries",
                words(HoursRules.EntryHours.values()),
                "liquid",
                "entries in the contract's `liquid` hours, or at `any` time with a live quote");
        add(
                fields,
                "hours.exitsOutsideRegularHours",
                flag,
                "false",
                "exits may fill outside regular hours");
        add(
                fields,
                "hours.flatBeforeClose",
                new FieldKind.Span(Duration.ZERO, DAY),
                "0s",
                "how long before the close the position is closed and entries end; zero keeps it over night");
        add(
                fields,
                "hours.flatBy",
                new FieldKind.TimeOfDay(),
                "",
                "from this time of the exchange's day until its midnight the position is closed and entries are refused; absent: never");
    }

    private static void ends(List<Field> fields) {
        FieldKind keepOrFlatten = words(StopRules.PositionOnStop.values());
        FieldKind flag = new FieldKind.Flag();
        add(
                fields,
                "stop.onStop",
                keepOrFlatten,
                "flatten",
                "what `stop` does with the position: `flatten`, or `keep` it under its stop-loss");
        add(
                fields,
                "stop.onSigterm",
                keepOrFlatten,
                "keep",
                "what the end of the process does with it; what cannot be closed in time stays under its stop-loss");
        add(
                fields,
                "stop.replaceRemovedStop",
                flag,
                "false",
                "place a stop-loss again that a person has removed");
        add(
                fields,
                "hands.manualOrders",
                words(HandsRules.ManualOrders.values()),
                "observe",
                "what people's orders in the same contract mean: `observe`, `adopt`, `ignore`, `pause` (below)");
    }

    private static FieldKind words(Enum<?>[] values) {
        List<String> words = new ArrayList<>();
        for (Enum<?> value : values) {
            words.add(FieldText.word(value));
        }
        return new FieldKind.Choice(words);
    }
}
