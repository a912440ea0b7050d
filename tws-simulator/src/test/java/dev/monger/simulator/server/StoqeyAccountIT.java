package dev.monger.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.backend.AccountBooks;
import dev.monger.simulator.backend.Holding;
import dev.monger.simulator.venue.Quote;
import dev.monger.simulator.venue.TradingCalendar;
import dev.monger.tws.message.AccountMessage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code @stoqey/ib} asks for the account: every field is what the broker's books say. */
class StoqeyAccountIT {
    private static final int IBM = 8314;
    private static final long CENT = 1_000_000L;

    private SimulatorServer server;
    private StoqeyClient client;

    @BeforeEach
    void tradeAndConnect() throws Exception {
        server =
                SimulatorServer.start(
                        "--always-open", "--history=0", "--symbols=IBM", "--quantum=10");
        server.ask(simulator -> {
            simulator.person().quote(IBM, new Quote(10000 * CENT, 500, 10001 * CENT, 500), true);
            simulator.person().print(IBM, 10000 * CENT, 100);
            simulator.person().place(Books.ACCOUNT, "IBM", OrdersByHand.market(true, 100));
            simulator.person().place(Books.ACCOUNT, "IBM", OrdersByHand.market(false, 40));
            return true;
        });
        client = StoqeyClient.connected(server, 21);
    }

    @AfterEach
    void disconnect() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void shouldTellValuesAndPortfolio() throws Exception {
        // Given
        Map<String, String> expected = values(books(books -> books));

        // When
        client.call("reqAccountUpdates", true, Books.ACCOUNT);
        Map<String, String> told = new TreeMap<>();
        Map<?, ?> event = client.next();
        while ("updateAccountValue".equals(event.get("event"))) {
            List<?> arguments = StoqeyClient.arguments(event);
            assertThat(arguments.get(3)).isEqualTo(Books.ACCOUNT);
            String key = arguments.get(0) + " " + arguments.get(2);
            assertThat(told.put(key, String.valueOf(arguments.get(1)))).as(key).isNull();
            event = client.next();
        }

        // Then
        assertThat(told).isEqualTo(expected);
        AccountMessage.PortfolioValue row =
                server.ask(simulator -> Books.portfolio(simulator, IBM));
        assertThat(
                        StoqeyEvent.differences(
                                StoqeyView.of(row, StoqeyClient.VERSION).getFirst(), event))
                .isEmpty();
        Map<?, ?> time = client.next();
        String clock =
                DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
                        .format(
                                TradingCalendar.local(
                                        server.ask(simulator -> simulator.nowNanos())));
        assertThat(time.get("event")).isEqualTo("updateAccountTime");
        assertThat(String.valueOf(time.get("arguments"))).matches("\\[\\d\\d:\\d\\d]");
        assertThat(clock).matches("\\d\\d:\\d\\d");
        client.expect(new AccountMessage.AccountDownloadEnd(Books.ACCOUNT));
        client.call("reqAccountUpdates", false, Books.ACCOUNT);
        client.expectNothingElse();
    }

    @Test
    void shouldTellPositionsAndTheirChanges() throws Exception {
        // Given
        AccountMessage.Position before = server.ask(simulator -> Books.position(simulator, IBM));

        // When
        client.call("reqPositions");
        client.call("reqPositionsMulti", 4, Books.ACCOUNT, "");
        client.expect(
                before,
                new AccountMessage.PositionEnd(),
                multi(4, before),
                new AccountMessage.PositionMultiEnd(4));
        server.ask(simulator ->
                simulator.person().place(Books.ACCOUNT, "IBM", OrdersByHand.market(false, 60)));

        // Then
        AccountMessage.Position after = server.ask(simulator -> Books.position(simulator, IBM));
        assertThat(before.positionE8()).isEqualTo(Books.shares(60));
        assertThat(after.positionE8()).isZero();
        client.expect(after, multi(4, after));
        client.call("cancelPositions");
        client.call("cancelPositionsMulti", 4);
        client.expectNothingElse();
    }

    private static AccountMessage.PositionMulti multi(int id, AccountMessage.Position position) {
        return new AccountMessage.PositionMulti(
                id,
                position.account(),
                position.contract(),
                position.positionE8(),
                position.averageCostE8(),
                "");
    }

    @Test
    void shouldSummarizeAndTellManyAccounts() throws Exception {
        // Given
        Map<String, String> values = values(books(books -> books));

        // When
        client.call("reqAccountSummary", 3, "All", "NetLiquidation,BuyingPower");
        client.call("reqAccountUpdatesMulti", 5, Books.ACCOUNT, "", true);

        // Then
        for (String tag : List.of("BuyingPower", "NetLiquidation")) {
            client.expect(
                    new AccountMessage.AccountSummary(
                            3, Books.ACCOUNT, tag, said(values, tag + " USD"), "USD"));
        }
        client.expect(new AccountMessage.AccountSummaryEnd(3));
        List<String> seen = new ArrayList<>();
        Map<?, ?> event = client.next();
        while ("accountUpdateMulti".equals(event.get("event"))) {
            List<?> told = StoqeyClient.arguments(event);
            String key = told.get(3) + " " + told.get(5);
            assertThat(told.get(4)).as(key).isEqualTo(said(values, key));
            assertThat(told.subList(0, 3)).hasToString("[5, " + Books.ACCOUNT + ", ]");
            seen.add(key);
            event = client.next();
        }
        assertThat(seen)
                .contains("CashBalance USD", "CashBalance BASE", "NetLiquidation USD")
                .doesNotContain("BuyingPower USD");
        assertThat(
                        StoqeyEvent.differences(
                                StoqeyView.of(
                                                new AccountMessage.AccountUpdateMultiEnd(5),
                                                StoqeyClient.VERSION)
                                        .getFirst(),
                                event))
                .isEmpty();
        client.call("cancelAccountSummary", 3);
        client.call("cancelAccountUpdatesMulti", 5);
        client.expectNothingElse();
    }

    @Test
    void shouldSummarizeTwiceAtMost() throws Exception {
        // Given
        Map<String, String> values = values(books(books -> books));

        // When
        client.call("reqAccountSummary", 6, "All", "NetLiquidation");
        client.call("reqAccountSummary", 7, "All", "NetLiquidation");
        client.call("reqAccountSummary", 8, "All", "NetLiquidation");

        // Then
        for (int id : List.of(6, 7)) {
            client.expect(
                    new AccountMessage.AccountSummary(
                            id,
                            Books.ACCOUNT,
                            "NetLiquidation",
                            said(values, "NetLiquidation USD"),
                            "USD"),
                    new AccountMessage.AccountSummaryEnd(id));
        }
        client.expectError(8, 322);
        client.expectNothingElse();
    }

    @Test
    void shouldTellProfitOfTheAccountAndOfAPosition() throws Exception {
        // Given
        long mark = 10000 * CENT;
        Holding holding = books(books -> Books.holding(books, IBM));
        long unrealized = holding.shares() * mark - holding.basisE8();
        long realized = books(AccountBooks::dayRealizedE8);
        long daily = unrealized + realized;

        // When
        client.call("reqPnL", 3, Books.ACCOUNT, "");
        client.expect(new AccountMessage.Pnl(3, daily, unrealized, realized));
        client.expect(new AccountMessage.Pnl(3, daily, unrealized, realized));
        client.call("cancelPnL", 3);
        client.call("reqPnLSingle", 4, Books.ACCOUNT, "", 999);
        client.call("reqPnLSingle", 5, Books.ACCOUNT, "", IBM);

        // Then
        AccountMessage.PnlSingle single =
                new AccountMessage.PnlSingle(
                        5, Books.shares(60), daily, unrealized, realized, 60 * mark);
        client.expect(single, single);
        client.call("cancelPnLSingle", 4);
        client.call("cancelPnLSingle", 5);
        client.call("reqPnL", 6, "DU9", "");
        client.expectError(6, 321);
    }

    private <T> T books(Function<AccountBooks, T> question) {
        return server.ask(simulator -> question.apply(simulator.backend().books(Books.ACCOUNT)));
    }

    private static String said(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw new AssertionError("no value " + key + " among " + values.keySet());
        }
        return value;
    }

    /** Every value by its name and currency, worked out here from cash, shares and prices. */
    private static Map<String, String> values(AccountBooks books) {
        long mark = 10000 * CENT;
        Holding holding = Books.holding(books, IBM);
        long stock = holding.shares() * mark;
        long worth = books.cashE8() + stock;
        long margin = stock / 4;
        long unrealized = stock - holding.basisE8();
        Map<String, Long> money = margins(worth, margin);
        for (String key : List.of("CashBalance", "SettledCash", "TotalCashBalance")) {
            money.put(key, books.cashE8());
        }
        money.put("TotalCashValue", books.cashE8());
        money.put("AccruedCash", 0L);
        money.put("GrossPositionValue", stock);
        money.put("StockMarketValue", stock);
        money.put("RealizedPnL", holding.dayRealizedE8());
        money.put("UnrealizedPnL", unrealized);
        Map<String, String> values = new TreeMap<>();
        money.forEach((key, amount) -> values.put(key + " USD", money(amount)));
        for (String key :
                List.of(
                        "CashBalance",
                        "NetLiquidationByCurrency",
                        "RealizedPnL",
                        "StockMarketValue",
                        "TotalCashBalance",
                        "UnrealizedPnL")) {
            values.put(key + " BASE", said(values, key + " USD"));
        }
        values.put("AccountCode ", Books.ACCOUNT);
        values.put("AccountReady ", "true");
        values.put("AccountType ", "INDIVIDUAL");
        values.put("Currency USD", "USD");
        values.put("ExchangeRate USD", "1.00");
        return values;
    }

    private static String money(long amountE8) {
        return BigDecimal.valueOf(amountE8, 8).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static Map<String, Long> margins(long worth, long margin) {
        Map<String, Long> money = new LinkedHashMap<>();
        for (String key :
                List.of("NetLiquidation", "EquityWithLoanValue", "NetLiquidationByCurrency")) {
            money.put(key, worth);
        }
        for (String key :
                List.of(
                        "AvailableFunds",
                        "ExcessLiquidity",
                        "FullAvailableFunds",
                        "FullExcessLiquidity")) {
            money.put(key, worth - margin);
        }
        for (String key :
                List.of(
                        "FullInitMarginReq",
                        "FullMaintMarginReq",
                        "InitMarginReq",
                        "MaintMarginReq")) {
            money.put(key, margin);
        }
        money.put("BuyingPower", 4 * (worth - margin));
        return money;
    }
}
