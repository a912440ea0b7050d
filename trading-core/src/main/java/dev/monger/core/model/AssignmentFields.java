package dev.monger.core.model;

import java.math.BigDecimal;
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
        Ticker ticker =
                reader.required(
                        "ticker",
                        NO_TICKER,
                        "1 to 16 upper-case letters, digits, dots or dashes",
                        AssignmentFields::tickerOf);
        AccountId account =
                reader.required("account", NO_ACCOUNT, "the account's name", AccountId::new);
        return Assignment.builder(ticker, contract(reader, ticker), account)
                .sizing(sizing(reader))
                .predictions(predictions(reader))
                .signals(signals(reader))
                .entry(entry(reader))
                .exit(exit(reader))
                .risk(risk(reader))
                .hours(hours(reader))
                .stop(stop(reader))
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
                reader.<@Nullable String>optional("contract.primaryExchange", null, "", t -> t);
        String currency = text(reader, "contract.currency", "USD");
        ConId conId =
                reader.<@Nullable ConId>optional(
                        "contract.conId",
                        null,
                        "a whole number above zero",
                        text -> new ConId(Long.parseLong(text)));
        return reader.group(
                "contract",
                ContractDescription.stock("unknown", null, "USD"),
                () -> new ContractDescription(symbol, type, exchange, primary, currency, conId));
    }

    private static String text(FieldReader reader, String key, String fallback) {
        return reader.optional(key, fallback, "a word", text -> text);
    }

    private static Sizing sizing(FieldReader reader) {
        Quantity unit = quantity(reader, "sizing.unit", Sizing.DEFAULT.unit());
        Quantity maximum = quantity(reader, "sizing.maximum", unit);
        return reader.group("sizing", Sizing.DEFAULT, () -> new Sizing(unit, maximum));
    }

    private static Quantity quantity(FieldReader reader, String key, Quantity fallback) {
        return reader.optional(key, fallback, "a number of shares above zero", Quantity::of);
    }

    private static PredictionRules predictions(FieldReader reader) {
        PredictionRules base = PredictionRules.DEFAULT;
        List<String> indicators =
                reader.optional(
                        "predictions.indicators",
                        base.indicators(),
                        "indicator rules between commas",
                        AssignmentFields::listOf);
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
        return reader.group(key, base, () -> new ConfidenceBand(from, to));
    }

    private static EntryRules entry(FieldReader reader) {
        EntryRules base = EntryRules.DEFAULT;
        var spacing = reader.duration("entry.spacing", base.spacing());
        EntryPricing pricing = reader.word("entry.pricing", base.pricing());
        int offset = reader.number("entry.offsetTicks", base.offsetTicks());
        var goodTill = reader.duration("entry.goodTill", base.goodTill());
        var coolDown = reader.duration("entry.coolDownAfterStop", base.coolDownAfterStop());
        return reader.group(
                "entry", base, () -> new EntryRules(spacing, pricing, offset, goodTill, coolDown));
    }

    private static ExitRules exit(FieldReader reader) {
        ExitRules base = ExitRules.DEFAULT;
        var holding = reader.duration("exit.maximumHolding", base.maximumHolding());
        Target profit = target(reader, "exit.takeProfit", base.takeProfit());
        Target loss = target(reader, "exit.stopLoss", base.stopLoss());
        boolean trailing = reader.flag("exit.trailing", base.trailing());
        var reprice = reader.duration("exit.closeReprice", base.closeReprice());
        int ticks = reader.number("exit.closeTicks", base.closeTicks());
        return reader.group(
                "exit", base, () -> new ExitRules(holding, profit, loss, trailing, reprice, ticks));
    }

    private static Target target(FieldReader reader, String key, Target base) {
        return reader.optional(
                key, base, "a distance such as 0.25, or a part such as 0.5%", TargetText::read);
    }

    private static RiskRules risk(FieldReader reader) {
        RiskRules base = RiskRules.DEFAULT;
        Money day =
                reader.optional(
                        "risk.maximumLossPerDay", base.maximumLossPerDay(), "an amount", Money::of);
        Money account =
                reader.<@Nullable Money>optional(
                        "risk.maximumAccountLossPerDay", null, "an amount", Money::of);
        var age = reader.duration("risk.maximumDataAge", base.maximumDataAge());
        int collar = reader.millionths("risk.priceCollar", base.priceCollarMillionths());
        int orders = reader.number("risk.ordersPerMinute", base.ordersPerMinute());
        return reader.group("risk", base, () -> new RiskRules(day, account, age, collar, orders));
    }

    private static HoursRules hours(FieldReader reader) {
        HoursRules base = HoursRules.DEFAULT;
        HoursRules.EntryHours entries = reader.word("hours.entries", base.entries());
        boolean outside =
                reader.flag("hours.exitsOutsideRegularHours", base.exitsOutsideRegularHours());
        var flat = reader.duration("hours.flatBeforeClose", base.flatBeforeClose());
        return reader.group("hours", base, () -> new HoursRules(entries, outside, flat));
    }

    private static StopRules stop(FieldReader reader) {
        StopRules base = StopRules.DEFAULT;
        StopRules.PositionOnStop onStop = reader.word("stop.onStop", base.onStop());
        boolean replace = reader.flag("stop.replaceRemovedStop", base.replaceRemovedStop());
        return reader.group("stop", base, () -> new StopRules(onStop, replace));
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
        AssignmentWriter.limits(assignment, put);
        return fields;
    }

    static String fraction(int millionths) {
        return new BigDecimal(millionths).movePointLeft(6).stripTrailingZeros().toPlainString();
    }
}
