package dev.monger.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.ConId;
import dev.monger.core.model.Money;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.portfolio.AccountPnl;
import dev.monger.core.portfolio.AccountPosition;
import dev.monger.core.portfolio.Instrument;
import dev.monger.core.portfolio.LossLatch;
import dev.monger.core.portfolio.PermitGate;
import dev.monger.engine.portfolio.AccountView;
import dev.monger.schemas.RiskLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountStateTest {

    @Test
    void shouldSayNothingThatTheBrokerHasNotSaid() {
        // When
        AccountState state = AccountState.of(AccountView.EMPTY);

        // Then
        assertThat(state)
                .isEqualTo(
                        new AccountState(
                                "", "UNKNOWN", List.of(), null, null, null, null, null, List.of()));
    }

    @Test
    void shouldShowABreachWithItsAmountsAsPlainDecimals() {
        // Given
        AccountView view =
                new AccountView(
                        "DU1",
                        true,
                        RiskLevel.BREACHED,
                        List.of(PermitGate.NO_BREACH),
                        new LossLatch.Breached("daily-loss-7-1", Money.of("-1000"), 5),
                        Money.of("1000"),
                        new AccountPnl(Money.of("-1000.10"), null, Money.of("0")),
                        List.of(
                                new AccountPosition(
                                        new Instrument(new ConId(756733), "SPY", "STK", "USD"),
                                        Quantity.of("-300"),
                                        Price.of("412.345"))));

        // When
        AccountState state = AccountState.of(view);

        // Then
        assertThat(state)
                .isEqualTo(
                        new AccountState(
                                "DU1",
                                "BREACHED",
                                List.of("the daily-loss limit has tripped"),
                                "daily-loss-7-1",
                                "-1000.1",
                                "0",
                                null,
                                "1000",
                                List.of(
                                        new AccountState.PositionState(
                                                756733, "SPY", "-300", "412.345"))));
    }
}
