package dev.monger.tws.message;

import java.util.List;

/**
 * An instrument as the wire names it.
 *
 * @param conId the broker's number of the instrument, 0 when unknown
 * @param lastTradeDateOrContractMonth {@code yyyyMMdd} or {@code yyyyMM}, empty for stocks
 * @param strikeE8 0 when there is none
 * @param secIdType ISIN, CUSIP … when the instrument is asked for by such a number
 * @param comboLegs the legs when secType is BAG
 */
public record Contract(
        int conId,
        String symbol,
        String secType,
        String lastTradeDateOrContractMonth,
        long strikeE8,
        String right,
        String multiplier,
        String exchange,
        String primaryExchange,
        String currency,
        String localSymbol,
        String tradingClass,
        String secIdType,
        String secId,
        List<ComboLeg> comboLegs,
        DeltaNeutralContract deltaNeutral) {

    /** A contract of which nothing is said. */
    public static final Contract NONE = of("", "", "", "");

    /** Keeps its own copy of the legs. */
    public Contract {
        comboLegs = List.copyOf(comboLegs);
    }

    /** Returns a contract named by symbol, type, exchange and currency only. */
    public static Contract of(String symbol, String secType, String exchange, String currency) {
        return new Contract(
                0,
                symbol,
                secType,
                "",
                0,
                "",
                "",
                exchange,
                "",
                currency,
                "",
                "",
                "",
                "",
                List.of(),
                DeltaNeutralContract.NONE);
    }

    /** Returns a US stock, routed by SMART. */
    public static Contract stock(int conId, String symbol, String primaryExchange) {
        return of(symbol, "STK", "SMART", "USD")
                .withConId(conId)
                .withPrimaryExchange(primaryExchange);
    }

    /** Returns the contract known by its number and where to route it, which is all TWS needs. */
    public static Contract byConId(int conId, String exchange) {
        return of("", "", exchange, "").withConId(conId);
    }

    /** Returns a copy with another number. */
    public Contract withConId(int newConId) {
        return copy(newConId, exchange, primaryExchange, localSymbol, tradingClass);
    }

    /** Returns a copy routed elsewhere. */
    public Contract withExchange(String newExchange) {
        return copy(conId, newExchange, primaryExchange, localSymbol, tradingClass);
    }

    /** Returns a copy with another listing exchange. */
    public Contract withPrimaryExchange(String newPrimaryExchange) {
        return copy(conId, exchange, newPrimaryExchange, localSymbol, tradingClass);
    }

    /** Returns a copy with the exchange's own names, which TWS adds to what it sends back. */
    public Contract withLocalNames(String newLocalSymbol, String newTradingClass) {
        return copy(conId, exchange, primaryExchange, newLocalSymbol, newTradingClass);
    }

    /** Returns a copy made of legs, with the underlying that makes it delta neutral or none. */
    public Contract withCombo(List<ComboLeg> newLegs, DeltaNeutralContract newDeltaNeutral) {
        return new Contract(
                conId,
                symbol,
                secType,
                lastTradeDateOrContractMonth,
                strikeE8,
                right,
                multiplier,
                exchange,
                primaryExchange,
                currency,
                localSymbol,
                tradingClass,
                secIdType,
                secId,
                newLegs,
                newDeltaNeutral);
    }

    /** Tells whether this is a combination of legs. */
    public boolean isCombo() {
        return secType.equals("BAG");
    }

    private Contract copy(
            int newConId,
            String newExchange,
            String newPrimaryExchange,
            String newLocalSymbol,
            String newTradingClass) {
        return new Contract(
                newConId,
                symbol,
                secType,
                lastTradeDateOrContractMonth,
                strikeE8,
                right,
                multiplier,
                newExchange,
                newPrimaryExchange,
                currency,
                newLocalSymbol,
                newTradingClass,
                secIdType,
                secId,
                comboLegs,
                deltaNeutral);
    }
}
