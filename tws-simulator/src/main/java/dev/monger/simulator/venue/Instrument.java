package dev.monger.simulator.venue;

/**
 * A stock as the broker knows it.
 *
 * @param conId the broker's number of the contract
 * @param symbol the ticker symbol
 * @param primaryExchange where it is listed
 * @param tradingClass as contract details and order messages show it, NMS for stocks of Nasdaq
 * @param longName the company's or fund's name
 * @param stockType COMMON or ETF
 * @param currency the currency it trades in
 * @param minTickE8 the smallest price step, units of 1e-8
 * @param marketRuleId the id under which the price steps are asked for
 * @param character how its generated market behaves
 */
public record Instrument(
        int conId,
        String symbol,
        String primaryExchange,
        String tradingClass,
        String longName,
        String stockType,
        String currency,
        long minTickE8,
        int marketRuleId,
        MarketCharacter character) {

    /** Refuses a contract without identity or price step. */
    public Instrument {
        if (conId < 1 || symbol.isBlank() || minTickE8 < 1) {
            throw new IllegalArgumentException(
                    "Condition failed: conId and minTick above zero and a symbol, given "
                            + conId
                            + " "
                            + symbol);
        }
    }
}
