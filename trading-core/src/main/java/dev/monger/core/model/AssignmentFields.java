package dev.monger.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An assignment as dotted keys and texts, the form in which people write it and topics carry it.
 *
 * <p>Reading tells every problem at once; writing names every field, defaults included, in the
 * order of the keys, so that two equal assignments have one text.
 */
public final class AssignmentFields {

    private static final Ticker NO_TICKER = new Ticker("UNKNOWN");
    private static final AccountId NO_ACCOUNT = new AccountId("unknown");

    private AssignmentFields() {}

    /** What came of reading. */
    public sealed interface Outcome {

        /** All is well. */
        record Read(Assignment assignment) implements Outcome {}

        /** At least one problem; nothing may be started from it. */
        record Refused(List<FieldProblem> problems) implements Outcome {}
    }

    /** Reads dotted keys and texts; keys that do not exist are problems. */
    public static Outcome read(Map<String, String> fields) {
        FieldReader reader = new FieldReader(fields);
        Assignment assignment = assignment(reader);
        List<FieldProblem> problems = reader.problems();
        return problems.isEmpty()
                ? new Outcome.Read(assignment)
                : new Outcome.Refused(List.copyOf(problems));
    }

    private static Assignment assignment(FieldReader reader) {
        Ticker ticker = reader.required("ticker", NO_TICKER, AssignmentFields::tickerOf);
        AccountId account = reader.required("account", NO_ACCOUNT, AccountId::new);
        return Assignment.builder(ticker, contract(reader, ticker), account)
                .sizing(SizingFields.read(reader))
                .predictions(predictions(reader))
                .signals(signals(reader))
                .entry(entry(reader))
                .exit(exit(reader))
                .risk(risk(reader))
                .hours(hours(reader))
                .stop(stop(reader))
                .hands(hands(reader))
                .build();
    }

    private static Ticker tickerOf(String text) {
        if (text.length() > 16) {
            throw new IllegalArgumentException(text);
        }
        return new Ticker(text);
    }

    private static ContractDescription contract(FieldReader reader, Ticker ticker) {
        String symbol = text(reader, "contract.symbol", ticker.value());
        String type = text(reader, "contract.securityType", "STK");
        String exchange = text(reader, "contract.exchange", "SMART");
        String primary =
                reader.<@Nullable String>optional("contract.primaryExchange", null, t -> t);
        String currency = text(reader, "contract.currency", "USD");
        ConId conId =
                reader.<@Nullable ConId>optional(
                        "contract.conId", null, text -> new ConId(Long.parseLong(text)));
        return reader.group(
                "contract",
                ContractDescription.stock("unknown", null, "USD"),
                () -> new ContractDescription(symbol, type, exchange, primary, currency, conId));
    }

    private static String text(FieldReader reader, String key, String fallback) {
        return reader.optional(key, fallback, AssignmentFields::notBlank);
    }

    private static String notBlank(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static PredictionRules predictions(FieldReader reader) {
        PredictionRules base = PredictionRules.DEFAULT;
        List<String> indicators =
                reader.optional(
                        "predictions.indicators", base.indicators(), AssignmentFields::listOf);
        var bar = reader.duration("predictions.bar", base.bar());
        int bars = reader.number("predictions.bars", base.bars());
        return reader.group("predictions", base, () -> new PredictionRules(indicators, bar, bars));
    }

    private static List<String> listOf(String text) {
        List<String> items = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return items;
    }

    private static SignalRules signals(FieldReader reader) {
        SignalRules base = SignalRules.DEFAULT;
        ConfidenceBand bullish = band(reader, "signals.bullish", base.bullish());
        ConfidenceBand bearish = band(reader, "signals.bearish", base.bearish());
        boolean inverted = reader.flag("signals.inverted", base.inverted());
        boolean allowShort = reader.flag("signals.allowShort", base.allowShort());
        var age = reader.duration("signals.maximumAge", base.maximumAge());
        return reader.group(
                "signals",
                base,
                () -> new SignalRules(bullish, bearish, inverted, allowShort, age));
    }

    private static ConfidenceBand band(FieldReader reader, String key, ConfidenceBand base) {
        int from = reader.millionths(key + ".from", base.fromMillionths());
        int to = reader.millionths(key + ".to", base.toMillionths());
        return reader.group(
                key,
                base,
                () -> {
                    if (from > to) {
                        throw new FieldRefusedException(
                                key + ".to",
                                FieldText.fraction(to),
                                "at least the lower end, " + FieldText.fraction(from),
                                key + ".from");
                    }
                    return new ConfidenceBand(from, to);
                });
    }

    private static EntryRules entry(FieldReader reader) {
        EntryRules base = EntryRules.DEFAULT;
        var spacing = reader.duration("entry.spacing", base.spacing());
        QuotePricing pricing = reader.word("entry.pricing", base.pricing());
        int offset = reader.number("entry.offsetTicks", base.offsetTicks());
        var goodTill = reader.duration("entry.goodTill", base.goodTill());
        var coolDown = reader.duration("entry.coolDownAfterStop", base.coolDownAfterStop());
        return reader.group(
                "entry", base, () -> new EntryRules(spacing, pricing, offset, goodTill, coolDown));
    }

    private static ExitRules exit(FieldReader reader) {
        ExitRules base = ExitRules.DEFAULT;
        var window = reader.duration("exit.tradeWindow", base.tradeWindow());
        var holding = reader.duration("exit.maximumHolding", base.maximumHolding());
        Target profit = reader.target("exit.takeProfit", base.takeProfit());
        Target loss = reader.target("exit.stopLoss", base.stopLoss());
        boolean trailing = reader.flag("exit.trailing", base.trailing());
        CloseRules close = close(reader);
        ProfitLock lock = profitLock(reader);
        return reader.group(
                "exit",
                base,
                () ->
                        new ExitRules(
                                window,
                                holding,
                                profit == null ? base.takeProfit() : profit,
                                loss == null ? base.stopLoss() : loss,
                                trailing,
                                close,
                                lock));
    }

    private static CloseRules close(FieldReader reader) {
        CloseRules base = CloseRules.DEFAULT;
        var reprice = reader.duration("exit.closeReprice", base.reprice());
        int ticks = reader.number("exit.closeTicks", base.ticks());
        QuotePricing pricing = reader.word("exit.pricing", base.pricing());
        int offset = reader.number("exit.offsetTicks", base.offsetTicks());
        var patience = reader.duration("exit.patience", base.patience());
        return reader.group(
                "exit", base, () -> new CloseRules(reprice, ticks, pricing, offset, patience));
    }

    private static @Nullable ProfitLock profitLock(FieldReader reader) {
        Target activation = reader.target(ProfitLock.ACTIVATION, null);
        Target floor = reader.target(ProfitLock.FLOOR, null);
        if (activation == null) {
            if (floor != null) {
                reader.problem(
                        new FieldProblem(
                                ProfitLock.FLOOR,
                                TargetText.write(floor),
                                "no floor without " + ProfitLock.ACTIVATION));
            }
            return null;
        }
        ProfitLock breakEven = new ProfitLock(activation, null);
        return reader.group("exit.profitLock", breakEven, () -> new ProfitLock(activation, floor));
    }

    private static RiskRules risk(FieldReader reader) {
        RiskRules base = RiskRules.DEFAULT;
        RiskRules.Losses losses = losses(reader);
        var age = reader.duration("risk.maximumDataAge", base.maximumDataAge());
        int collar = reader.millionths("risk.priceCollar", base.priceCollarMillionths());
        int orders = reader.number("risk.ordersPerMinute", base.ordersPerMinute());
        int perFill = reader.number("risk.messagesPerFill", base.messagesPerFill());
        return reader.group(
                "risk", base, () -> new RiskRules(losses, age, collar, orders, perFill));
    }

    private static RiskRules.Losses losses(FieldReader reader) {
        RiskRules.Losses base = RiskRules.Losses.DEFAULT;
        Money day = reader.money("risk.maximumLossPerDay", base.perDay());
        Money trade = reader.money("risk.maximumLossPerTrade", null);
        Money account = reader.money("risk.maximumAccountLossPerDay", null);
        DayTime begins = reader.time("risk.dayBegins", base.dayBegins());
        return reader.group(
                "risk",
                base,
                () ->
                        new RiskRules.Losses(
                                day == null ? base.perDay() : day,
                                trade,
                                account,
                                begins == null ? base.dayBegins() : begins));
    }

    private static HoursRules hours(FieldReader reader) {
        HoursRules base = HoursRules.DEFAULT;
        HoursRules.EntryHours entries = reader.word("hours.entries", base.entries());
        boolean outside =
                reader.flag("hours.exitsOutsideRegularHours", base.exitsOutsideRegularHours());
        var flat = reader.duration("hours.flatBeforeClose", base.flatBeforeClose());
        DayTime flatBy = reader.time("hours.flatBy", null);
        return reader.group("hours", base, () -> new HoursRules(entries, outside, flat, flatBy));
    }

    private static StopRules stop(FieldReader reader) {
        StopRules base = StopRules.DEFAULT;
        StopRules.PositionOnStop onStop = reader.word("stop.onStop", base.onStop());
        StopRules.PositionOnStop onSigterm = reader.word("stop.onSigterm", base.onSigterm());
        boolean replace = reader.flag("stop.replaceRemovedStop", base.replaceRemovedStop());
        return reader.group("stop", base, () -> new StopRules(onStop, onSigterm, replace));
    }

    private static HandsRules hands(FieldReader reader) {
        HandsRules base = HandsRules.DEFAULT;
        return new HandsRules(reader.word("hands.manualOrders", base.manualOrders()));
    }

    /** Writes every field, defaults included. */
    public static SortedMap<String, String> write(Assignment assignment) {
        SortedMap<String, String> fields = new TreeMap<>();
        BiConsumer<String, @Nullable Object> put =
                (key, value) -> {
                    if (value != null) {
                        fields.put(key, value.toString());
                    }
                };
        put.accept("ticker", assignment.ticker());
        put.accept("account", assignment.account());
        AssignmentWriter.contract(assignment.contract(), put);
        AssignmentWriter.predictions(assignment, put);
        AssignmentWriter.entry(assignment.entry(), put);
        AssignmentWriter.exit(assignment.exit(), put);
        SizingFields.write(assignment.sizing(), put);
        AssignmentWriter.risk(assignment.risk(), put);
        AssignmentWriter.ends(assignment, put);
        return fields;
    }
}
