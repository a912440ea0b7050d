package dev.monger.simulator.front;

import dev.monger.simulator.backend.AccountBooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The named values of an account, and which of them a subscription was told. */
final class AccountValues {
    private static final String USD = "USD";
    private static final String BASE = "BASE";
    private static final List<String> LEDGER =
            List.of(
                    "AccruedCash",
                    "CashBalance",
                    "Currency",
                    "ExchangeRate",
                    "NetLiquidationByCurrency",
                    "RealizedPnL",
                    "StockMarketValue",
                    "TotalCashBalance",
                    "UnrealizedPnL");

    private final Map<String, String> told = new TreeMap<>();

    /** One value as TWS names it. */
    record Named(String key, String value, String currency) {
        boolean isLedger() {
            return LEDGER.contains(key);
        }

        boolean isBase() {
            return currency.equals(BASE);
        }
    }

    /** Of these values, those that are new or differ from what was told last; told from now on. */
    List<Named> news(List<Named> values) {
        List<Named> news = new ArrayList<>();
        for (Named named : values) {
            String before = told.put(named.key() + " " + named.currency(), named.value());
            if (!named.value().equals(before)) {
                news.add(named);
            }
        }
        return news;
    }

    /** Everything is news again. */
    void forget() {
        told.clear();
    }

    static List<Named> all(AccountBooks books) {
        List<Named> values = new ArrayList<>();
        values.add(new Named("AccountCode", books.account(), ""));
        values.add(new Named("AccountReady", "true", ""));
        values.add(new Named("AccountType", "INDIVIDUAL", ""));
        values.add(new Named("Currency", USD, USD));
        values.add(new Named("ExchangeRate", "1.00", USD));
        money(values, "AccruedCash", 0);
        money(values, "AvailableFunds", books.availableE8());
        money(values, "BuyingPower", 4 * books.availableE8());
        money(values, "CashBalance", books.cashE8());
        money(values, "EquityWithLoanValue", books.netLiquidationE8());
        money(values, "ExcessLiquidity", books.availableE8());
        money(values, "FullAvailableFunds", books.availableE8());
        money(values, "FullExcessLiquidity", books.availableE8());
        money(values, "FullInitMarginReq", books.marginE8());
        money(values, "FullMaintMarginReq", books.marginE8());
        money(values, "GrossPositionValue", books.grossValueE8());
        money(values, "InitMarginReq", books.marginE8());
        money(values, "MaintMarginReq", books.marginE8());
        money(values, "NetLiquidation", books.netLiquidationE8());
        money(values, "NetLiquidationByCurrency", books.netLiquidationE8());
        money(values, "RealizedPnL", books.dayRealizedE8());
        money(values, "SettledCash", books.cashE8());
        money(values, "StockMarketValue", books.stockValueE8());
        money(values, "TotalCashBalance", books.cashE8());
        money(values, "TotalCashValue", books.cashE8());
        money(values, "UnrealizedPnL", books.unrealizedE8());
        base(values, "CashBalance", books.cashE8());
        base(values, "NetLiquidationByCurrency", books.netLiquidationE8());
        base(values, "RealizedPnL", books.dayRealizedE8());
        base(values, "StockMarketValue", books.stockValueE8());
        base(values, "TotalCashBalance", books.cashE8());
        base(values, "UnrealizedPnL", books.unrealizedE8());
        return values;
    }

    /** The cash ledger and the net liquidation value. */
    static List<Named> ledger(AccountBooks books) {
        return all(books).stream()
                .filter(named -> named.isLedger() || named.key().equals("NetLiquidation"))
                .toList();
    }

    private static void money(List<Named> values, String key, long amountE8) {
        values.add(new Named(key, Amounts.money(amountE8), USD));
    }

    private static void base(List<Named> values, String key, long amountE8) {
        values.add(new Named(key, Amounts.money(amountE8), BASE));
    }
}
