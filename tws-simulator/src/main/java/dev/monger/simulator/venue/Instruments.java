package dev.monger.simulator.venue;

import java.util.ArrayList;
import java.util.List;

/** The instruments the simulator lists when nobody names others. */
public final class Instruments {
    private static final long CENT_E8 = 1_000_000L;
    private static final long DOLLAR_E8 = 100_000_000L;

    private Instruments() {}

    /** SPY, IBM, BAC, AIG, AAPL and MSFT with the broker's own contract numbers. */
    public static List<Instrument> usual() {
        List<Instrument> all = new ArrayList<>();
        all.add(fund(756733, "SPY", "SPDR S&P 500 ETF TRUST", lively(455, 900, 90)));
        all.add(listed(8314, "IBM", "INTL BUSINESS MACHINES CORP", lively(182, 300, 130)));
        all.add(listed(10098, "BAC", "BANK OF AMERICA CORP", lively(38, 4000, 160)));
        all.add(listed(61319701, "AIG", "AMERICAN INTERNATIONAL GROUP", lively(72, 600, 150)));
        all.add(nasdaq(265598, "AAPL", "APPLE INC", lively(227, 500, 150)));
        all.add(nasdaq(272093, "MSFT", "MICROSOFT CORP", lively(415, 400, 140)));
        return all;
    }

    /** A listing for a symbol nobody described: its number and prices follow from its name. */
    public static Instrument made(String symbol) {
        SeededRandom random = new SeededRandom(1, symbol);
        int conId = 300_000_000 + (int) random.below(400_000_000);
        MarketCharacter character =
                lively(20 + random.below(380), 100 * (2 + random.below(12)), 150);
        return new Instrument(
                conId,
                symbol,
                "NYSE",
                symbol,
                symbol + " INC",
                "COMMON",
                "USD",
                CENT_E8,
                26,
                character);
    }

    /** A market of the usual liveliness around a price in whole dollars. */
    public static MarketCharacter lively(long dollars, long sizeShares, int volatilityBasisPoints) {
        return new MarketCharacter(dollars * DOLLAR_E8, 1, sizeShares, volatilityBasisPoints, 450);
    }

    private static Instrument fund(
            int conId, String symbol, String name, MarketCharacter character) {
        return new Instrument(
                conId, symbol, "ARCA", symbol, name, "ETF", "USD", CENT_E8, 26, character);
    }

    private static Instrument listed(
            int conId, String symbol, String name, MarketCharacter character) {
        return new Instrument(
                conId, symbol, "NYSE", symbol, name, "COMMON", "USD", CENT_E8, 26, character);
    }

    private static Instrument nasdaq(
            int conId, String symbol, String name, MarketCharacter character) {
        return new Instrument(
                conId, symbol, "NASDAQ", "NMS", name, "COMMON", "USD", CENT_E8, 26, character);
    }
}
