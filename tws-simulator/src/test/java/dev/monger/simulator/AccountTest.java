package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.backend.BackendSettings;
import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.AccountRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Account values, portfolio, summaries, positions and P&L at the cadence of TWS. */
class AccountTest {
    private static final String FIRST = "DU1";
    private static final String SECOND = "DU2";
    private static final long THREE_MINUTES = 180 * Desk.SECOND;

    private final TwsSimulator simulator =
            Desk.simulator(
                    SimulatorSettings.usual(1)
                            .withBackend(
                                    BackendSettings.usual()
                                            .withAccounts(
                                                    List.of(FIRST, SECOND),
                                                    1_000_000L * 100_000_000L)));
    private final TwsClientFake client = TwsClientFake.started(simulator, 7);

    @Test
    void shouldTellAnAccountWholeAndThenWhatChanged() {
        // Given
        client.say(new AccountRequest.RequestAccountUpdates(true, FIRST));
        int whole = client.heard(AccountMessage.AccountValue.class).size();
        client.heard.clear();

        // When
        client.say(Desk.place(1, Desk.market("BUY", 100).account(FIRST)));
        List<String> changed = keys();
        client.heard.clear();
        simulator.person().print(Desk.IBM, 10050 * Desk.CENT, 10);
        simulator.advanceTo(Desk.START + THREE_MINUTES - 1);
        boolean early = client.heard(AccountMessage.AccountValue.class).isEmpty();
        simulator.advanceTo(Desk.START + THREE_MINUTES);

        // Then
        assertThat(whole).isGreaterThan(25);
        assertThat(changed)
                .contains("CashBalance USD", "GrossPositionValue USD", "NetLiquidation USD")
                .doesNotContain("AccountCode ", "ExchangeRate USD");
        assertThat(early).isTrue();
        assertThat(client.heard(AccountMessage.AccountValue.class)).hasSize(whole);
        AccountMessage.PortfolioValue row =
                client.heard(AccountMessage.PortfolioValue.class).getLast();
        assertThat(row.marketPriceE8()).isEqualTo(10050 * Desk.CENT);
        assertThat(client.heard(AccountMessage.AccountUpdateTime.class)).hasSize(1);
    }

    @Test
    void shouldSubscribeOneAccountAtATime() {
        // Given
        TwsClientFake other = TwsClientFake.started(simulator, 8);
        client.say(new AccountRequest.RequestAccountUpdates(true, FIRST));

        // When
        client.say(new AccountRequest.RequestAccountUpdates(true, SECOND));
        other.say(new AccountRequest.RequestAccountUpdates(true, FIRST));
        other.say(new AccountRequest.RequestAccountUpdates(true, SECOND));
        client.say(new AccountRequest.RequestAccountUpdates(true, "DU9"));

        // Then
        assertThat(client.story()).containsExactly("error -1 2100", "error -1 321");
        assertThat(other.story()).containsExactly("error -1 2101");
        assertThat(other.heard(AccountMessage.AccountDownloadEnd.class))
                .containsExactly(new AccountMessage.AccountDownloadEnd(SECOND));
    }

    @Test
    void shouldKeepUpValuesOfManyAccountsAndTheLedgerAlone() {
        // Given
        client.say(new AccountRequest.RequestAccountUpdatesMulti(1, FIRST, "", false));
        client.say(new AccountRequest.RequestAccountUpdatesMulti(2, SECOND, "", true));
        List<AccountMessage.AccountUpdateMulti> first =
                client.heard(AccountMessage.AccountUpdateMulti.class);
        client.heard.clear();

        // When
        client.say(Desk.place(1, Desk.market("BUY", 100).account(SECOND)));
        client.say(new AccountRequest.CancelAccountUpdatesMulti(2));
        client.say(Desk.place(2, Desk.market("BUY", 100).account(SECOND)));

        // Then
        assertThat(first)
                .filteredOn(value -> value.requestId() == 2)
                .extracting(AccountMessage.AccountUpdateMulti::key)
                .contains("NetLiquidation", "CashBalance")
                .doesNotContain("BuyingPower");
        assertThat(client.heard(AccountMessage.AccountUpdateMulti.class))
                .isNotEmpty()
                .allMatch(value -> value.requestId() == 2 && value.account().equals(SECOND))
                .filteredOn(value -> value.key().equals("CashBalance"))
                .hasSize(2);
    }

    @Test
    void shouldSummarizeTwiceAtMost() {
        // When
        client.say(summary(1, "NetLiquidation,BuyingPower"));
        client.say(summary(2, "$LEDGER"));
        client.say(summary(3, "NetLiquidation"));
        client.say(new AccountRequest.CancelAccountSummary(1));
        client.say(summary(3, "NetLiquidation"));
        client.say(new AccountRequest.RequestAccountSummary(4, "Mine", "NetLiquidation"));

        // Then
        assertThat(client.story()).containsExactly("error 3 322", "error 4 321");
        assertThat(client.heard(AccountMessage.AccountSummary.class))
                .filteredOn(row -> row.requestId() == 1)
                .extracting(row -> row.account() + " " + row.tag() + " " + row.value())
                .containsExactly(
                        "DU1 BuyingPower 4000000.00",
                        "DU1 NetLiquidation 1000000.00",
                        "DU2 BuyingPower 4000000.00",
                        "DU2 NetLiquidation 1000000.00");
        assertThat(client.heard(AccountMessage.AccountSummary.class))
                .filteredOn(row -> row.requestId() == 2)
                .extracting(AccountMessage.AccountSummary::tag)
                .contains("CashBalance", "ExchangeRate")
                .doesNotContain("NetLiquidation");
        assertThat(client.heard(AccountMessage.AccountSummaryEnd.class)).hasSize(3);
    }

    @Test
    void shouldTellProfitEachSecondAndNothingOfAnUnknownContract() {
        // Given
        client.say(Desk.place(1, Desk.market("BUY", 100).account(FIRST)));
        client.say(new AccountRequest.RequestPnl(1, FIRST, ""));
        client.say(new AccountRequest.RequestPnlSingle(2, FIRST, "", Desk.IBM));
        client.say(new AccountRequest.RequestPnlSingle(3, FIRST, "", 999));
        client.say(new AccountRequest.RequestPnl(1, FIRST, ""));
        client.heard.clear();

        // When
        simulator.person().print(Desk.IBM, 10050 * Desk.CENT, 10);
        simulator.advanceTo(Desk.START + 2 * Desk.SECOND);
        client.say(new AccountRequest.CancelPnl(1));
        client.say(new AccountRequest.CancelPnlSingle(2));
        simulator.advanceTo(Desk.START + 5 * Desk.SECOND);

        // Then
        assertThat(client.heard(AccountMessage.Pnl.class)).hasSize(2);
        AccountMessage.PnlSingle single = client.heard(AccountMessage.PnlSingle.class).getLast();
        assertThat(client.heard(AccountMessage.PnlSingle.class)).hasSize(2);
        assertThat(single.requestId()).isEqualTo(2);
        assertThat(single.dailyPnlE8()).isEqualTo(4800 * Desk.CENT);
        assertThat(single.valueE8()).isEqualTo(100 * 10050 * Desk.CENT);
    }

    @Test
    void shouldTellAClosedPositionAsZero() {
        // Given
        client.say(Desk.place(1, Desk.market("BUY", 100).account(FIRST)));
        client.say(new AccountRequest.RequestPositions());
        client.say(new AccountRequest.RequestPositionsMulti(4, SECOND, ""));
        client.heard.clear();

        // When
        client.say(Desk.place(2, Desk.market("SELL", 100).account(FIRST)));

        // Then
        AccountMessage.Position last = client.heard(AccountMessage.Position.class).getLast();
        assertThat(last.positionE8()).isZero();
        assertThat(last.account()).isEqualTo(FIRST);
        assertThat(client.heard(AccountMessage.PositionMulti.class)).isEmpty();
    }

    private static AccountRequest summary(int id, String tags) {
        return new AccountRequest.RequestAccountSummary(id, "All", tags);
    }

    private List<String> keys() {
        return client.heard(AccountMessage.AccountValue.class).stream()
                .map(value -> value.key() + " " + value.currency())
                .toList();
    }
}
