package dev.monger.launcher.stack;

import java.util.List;

/** Tickers that everybody knows, as many as one gateway can take. */
public final class WellKnown {

    /** The first four are those of the recorded days. */
    public static final List<String> TICKERS =
            List.of(
                    "SPY", "IBM", "BAC", "AIG", "AAPL", "MSFT", "KO", "GE", "F", "T", "PFE", "XOM",
                    "CVX", "JPM", "WFC", "C", "DIS", "NKE", "MCD", "WMT", "HD", "INTC", "CSCO",
                    "ORCL", "QCOM", "MRK", "ABT", "PEP");

    private WellKnown() {}
}
