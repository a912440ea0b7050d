package dev.monger.tws.codec;

import dev.monger.tws.message.ComboLeg;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.DeltaNeutralContract;
import dev.monger.tws.message.OrderCondition;
import dev.monger.tws.message.TagValue;
import java.util.List;

/** The parts of contracts that several messages carry. */
final class ContractFields {

    static final TagValue NO_TAG = new TagValue("", "");

    private static final ComboLeg NO_LEG = ComboLeg.of(0, 0, "", "");
    private static final String NO_RIGHT = "?";

    private ContractFields() {}

    /** The twelve fields of a client's request; a strike of none is left empty. */
    static Contract twelve(Fields f, Contract c) {
        return new Contract(
                f.integer("contract.conId", c.conId()),
                f.text("contract.symbol", c.symbol()),
                f.text("contract.secType", c.secType()),
                f.text("contract.lastTradeDateOrContractMonth", c.lastTradeDateOrContractMonth()),
                f.decimal("contract.strike", c.strikeE8(), DecimalForm.ZERO_AS_EMPTY),
                f.text("contract.right", c.right()),
                f.text("contract.multiplier", c.multiplier()),
                f.text("contract.exchange", c.exchange()),
                f.text("contract.primaryExchange", c.primaryExchange()),
                f.text("contract.currency", c.currency()),
                f.text("contract.localSymbol", c.localSymbol()),
                f.text("contract.tradingClass", c.tradingClass()),
                "",
                "",
                List.of(),
                DeltaNeutralContract.NONE);
    }

    /** Adds the number of a security that a request may name instead. */
    static Contract securityId(Fields f, Contract named, Contract c) {
        return new Contract(
                named.conId(),
                named.symbol(),
                named.secType(),
                named.lastTradeDateOrContractMonth(),
                named.strikeE8(),
                named.right(),
                named.multiplier(),
                named.exchange(),
                named.primaryExchange(),
                named.currency(),
                named.localSymbol(),
                named.tradingClass(),
                f.text("contract.secIdType", c.secIdType()),
                f.text("contract.secId", c.secId()),
                List.of(),
                DeltaNeutralContract.NONE);
    }

    /** The eleven fields of TWS in executions and positions. */
    static Contract eleven(Fields f, Contract c) {
        return served(f, c, DecimalForm.POINT, "", false);
    }

    /** The eleven fields of TWS in orders, where a right of none is a question mark. */
    static Contract elevenOfOrder(Fields f, Contract c) {
        return served(f, c, DecimalForm.AMOUNT, NO_RIGHT, false);
    }

    /** The eleven fields of a portfolio row, which names the primary exchange only. */
    static Contract elevenOfPortfolio(Fields f, Contract c) {
        return served(f, c, DecimalForm.POINT, "", true);
    }

    private static Contract served(
            Fields f, Contract c, DecimalForm strike, String noRight, boolean primary) {
        int conId = f.integer("contract.conId", c.conId());
        String symbol = f.text("contract.symbol", c.symbol());
        String secType = f.text("contract.secType", c.secType());
        String expiry =
                f.text("contract.lastTradeDateOrContractMonth", c.lastTradeDateOrContractMonth());
        long strikeE8 = f.decimal("contract.strike", c.strikeE8(), strike);
        String right = withoutPlaceholder(f, "contract.right", c.right(), noRight);
        String multiplier = f.text("contract.multiplier", c.multiplier());
        String exchange = f.text("contract.exchange", primary ? c.primaryExchange() : c.exchange());
        return new Contract(
                conId,
                symbol,
                secType,
                expiry,
                strikeE8,
                right,
                multiplier,
                primary ? "" : exchange,
                primary ? exchange : "",
                f.text("contract.currency", c.currency()),
                f.text("contract.localSymbol", c.localSymbol()),
                f.text("contract.tradingClass", c.tradingClass()),
                "",
                "",
                List.of(),
                DeltaNeutralContract.NONE);
    }

    /** A text for which TWS has a word that means none. */
    static String withoutPlaceholder(Fields f, String name, String value, String placeholder) {
        String read = f.text(name, value.isEmpty() ? placeholder : value);
        return read.equals(placeholder) ? "" : read;
    }

    /** The legs of a request for data, which carry four fields each. */
    static List<ComboLeg> shortLegs(Fields f, Contract c) {
        return f.list(
                "comboLegs.count",
                c.comboLegs(),
                NO_LEG,
                (g, leg) ->
                        ComboLeg.of(
                                g.integer("comboLeg.conId", leg.conId()),
                                g.integer("comboLeg.ratio", leg.ratio()),
                                g.text("comboLeg.action", leg.action()),
                                g.text("comboLeg.exchange", leg.exchange())));
    }

    /** The legs of an order, which carry eight fields each. */
    static List<ComboLeg> legs(Fields f, Contract c) {
        return f.list(
                "comboLegs.count",
                c.comboLegs(),
                NO_LEG,
                (g, leg) ->
                        new ComboLeg(
                                g.integer("comboLeg.conId", leg.conId()),
                                g.integer("comboLeg.ratio", leg.ratio()),
                                g.text("comboLeg.action", leg.action()),
                                g.text("comboLeg.exchange", leg.exchange()),
                                g.integer("comboLeg.openClose", leg.openClose()),
                                g.integer("comboLeg.shortSaleSlot", leg.shortSaleSlot()),
                                g.text("comboLeg.designatedLocation", leg.designatedLocation()),
                                g.integer("comboLeg.exemptCode", leg.exemptCode())));
    }

    /** A flag and, when it is set, the underlying that makes a combination delta neutral. */
    static DeltaNeutralContract deltaNeutral(Fields f, DeltaNeutralContract d) {
        if (!f.flag("deltaNeutralContract.present", d.present())) {
            return DeltaNeutralContract.NONE;
        }
        return new DeltaNeutralContract(
                true,
                f.integer("deltaNeutralContract.conId", d.conId()),
                f.decimal("deltaNeutralContract.delta", d.deltaE8(), DecimalForm.AMOUNT),
                f.decimal("deltaNeutralContract.price", d.priceE8(), DecimalForm.AMOUNT));
    }

    /** A count and pairs of texts. */
    static List<TagValue> pairs(Fields f, String name, List<TagValue> pairs) {
        return f.list(
                name,
                pairs,
                NO_TAG,
                (g, pair) ->
                        new TagValue(g.text("tag", pair.tag()), g.text("value", pair.value())));
    }

    /** One condition of an order. */
    static OrderCondition condition(Fields f, OrderCondition c, DecimalForm form) {
        int type = f.integer("condition.type", typeOf(c));
        boolean and = isAnd(f.text("condition.conjunction", c.and() ? "a" : "o"), f);
        return switch (type) {
            case 1 -> price(f, c instanceof OrderCondition.Price p ? p : NO_PRICE, and, form);
            case 3 -> {
                var t = c instanceof OrderCondition.Time time ? time : NO_TIME;
                yield new OrderCondition.Time(
                        and, isMore(f, t.isMore()), f.text("condition.time", t.time()));
            }
            case 4 -> {
                var m = c instanceof OrderCondition.Margin margin ? margin : NO_MARGIN;
                yield new OrderCondition.Margin(
                        and, isMore(f, m.isMore()), f.integer("condition.percent", m.percent()));
            }
            case 5 -> {
                var e = c instanceof OrderCondition.Execution x ? x : NO_EXECUTION;
                yield new OrderCondition.Execution(
                        and,
                        f.text("condition.secType", e.secType()),
                        f.text("condition.exchange", e.exchange()),
                        f.text("condition.symbol", e.symbol()));
            }
            case 6 -> {
                var v = c instanceof OrderCondition.Volume volume ? volume : NO_VOLUME;
                yield new OrderCondition.Volume(
                        and,
                        isMore(f, v.isMore()),
                        f.integer("condition.volume", v.volume()),
                        f.integer("condition.conId", v.conId()),
                        f.text("condition.exchange", v.exchange()));
            }
            case 7 ->
                    change(
                            f,
                            c instanceof OrderCondition.PercentChange p ? p : NO_CHANGE,
                            and,
                            form);
            default -> {
                f.refuse("condition.type", "none of 1, 3, 4, 5, 6, 7: " + type);
                yield NO_TIME;
            }
        };
    }

    static final OrderCondition.Time NO_TIME = new OrderCondition.Time(true, true, "");
    private static final OrderCondition.Price NO_PRICE =
            new OrderCondition.Price(true, true, 0, 0, "", 0);
    private static final OrderCondition.Margin NO_MARGIN = new OrderCondition.Margin(true, true, 0);
    private static final OrderCondition.Execution NO_EXECUTION =
            new OrderCondition.Execution(true, "", "", "");
    private static final OrderCondition.Volume NO_VOLUME =
            new OrderCondition.Volume(true, true, 0, 0, "");
    private static final OrderCondition.PercentChange NO_CHANGE =
            new OrderCondition.PercentChange(true, true, 0, 0, "");

    private static OrderCondition price(
            Fields f, OrderCondition.Price p, boolean and, DecimalForm form) {
        return new OrderCondition.Price(
                and,
                isMore(f, p.isMore()),
                f.decimal("condition.price", p.priceE8(), form),
                f.integer("condition.conId", p.conId()),
                f.text("condition.exchange", p.exchange()),
                f.integer("condition.triggerMethod", p.triggerMethod()));
    }

    private static OrderCondition change(
            Fields f, OrderCondition.PercentChange p, boolean and, DecimalForm form) {
        return new OrderCondition.PercentChange(
                and,
                isMore(f, p.isMore()),
                f.decimal("condition.changePercent", p.changePercentE8(), form),
                f.integer("condition.conId", p.conId()),
                f.text("condition.exchange", p.exchange()));
    }

    private static boolean isMore(Fields f, boolean value) {
        return f.flag("condition.isMore", value);
    }

    private static boolean isAnd(String conjunction, Fields f) {
        if (!conjunction.equals("a") && !conjunction.equals("o")) {
            f.refuse("condition.conjunction", "neither a nor o");
        }
        return conjunction.equals("a");
    }

    private static int typeOf(OrderCondition condition) {
        return switch (condition) {
            case OrderCondition.Price _ -> 1;
            case OrderCondition.Time _ -> 3;
            case OrderCondition.Margin _ -> 4;
            case OrderCondition.Execution _ -> 5;
            case OrderCondition.Volume _ -> 6;
            case OrderCondition.PercentChange _ -> 7;
        };
    }
}
