package dev.monger.simulator.front;

import dev.monger.simulator.backend.AccountBooks;
import java.util.ArrayList;
import java.util.List;

/** The named values of an account. */
final class AccountValues {
    private static final String USD = "USD";

    private AccountValues() {}

    /** One value as TWS names it. */
    record Named(String key, String value, String currency) {}

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
        money(values, "FullInitMarginReq", books.marginE8());
        money(values, "FullMaintMarginReq", books.marginE8());
        money(values, "GrossPositionValue", books.grossValueE8());
        money(values, "InitMarginReq", books.marginE8());
        money(values, "MaintMarginReq", books.marginE8());
        money(values, "NetLiquidation", books.netLiquidationE8());
        money(values, "RealizedPnL", books.dayRealizedE8());
        money(values, "SettledCash", books.cashE8());
        money(values, "StockMarketValue", books.stockValueE8());
        money(values, "TotalCashBalance", books.cashE8());
        money(values, "TotalCashValue", books.cashE8());
        money(values, "UnrealizedPnL", books.unrealizedE8());
        values.add(new Named("CashBalance", Amounts.money(books.cashE8()), "BASE"));
        values.add(new Named("RealizedPnL", Amounts.money(books.dayRealizedE8()), "BASE"));
        values.add(new Named("UnrealizedPnL", Amounts.money(books.unrealizedE8()), "BASE"));
        return values;
    }

    private static void money(List<Named> values, String key, long amountE8) {
        values.add(new Named(key, Amounts.money(amountE8), USD));
    }
}
