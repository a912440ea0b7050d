package dev.monger.fleet.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.Money;
import dev.monger.engine.EngineOutput.Publish;
import dev.monger.schemas.CommandKind;
import dev.monger.schemas.RiskLevel;
import dev.monger.schemas.RiskState;
import dev.monger.schemas.TickerStatus;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.Quote;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day's loss reaches its limit. */
class LossLimitTest {

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53, 54})
    void shouldHaltAndFlattenEveryTickerAndStayHalted(long seed) {
        // Given
        Day day = Day.withLimit(seed, Money.of("300"), "SPY", "IBM");
        day.tradeUntil("positions in both", () -> day.held("SPY") > 0 && day.held("IBM") > 0);

        // When
        falls(day, "SPY");
        falls(day, "IBM");
        day.passUntil("everything flat", () -> day.held("SPY") == 0 && day.held("IBM") == 0);
        int executions = day.executions();
        day.world.house("portfolio").kill();
        day.world.monger("SPY").kill();
        day.pass(2);
        day.world.restart("portfolio");
        day.trade(12);
        day.world.command("resume-1", CommandKind.RESUME, "*", Duration.ofSeconds(20));
        day.trade(12);

        // Then
        assertThat(day.published("account.risk", RiskState.class).getLast().getLevel())
                .isEqualTo(RiskLevel.BREACHED);
        assertThat(day.executions()).as("after the halt, seed %d", seed).isEqualTo(executions);
        assertThat(day.workingOrders()).isZero();
        assertThat(
                        day.published("fleet.status", TickerStatus.class).stream()
                                .filter(status -> status.getTicker().equals("SPY"))
                                .toList()
                                .getLast()
                                .getHalted())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63, 64})
    void shouldStayResetWhenTheProcessIsStartedAgain(long seed) {
        // Given
        Day day = Day.of(seed, "SPY");
        day.pass(20);
        day.world.topics().append(breached(day, "drill"));
        day.passUntil("halted", () -> "drill".equals(halted(day)));
        day.world.reset("reset-ticker", "SPY", "drill");
        day.passUntil("lifted", () -> halted(day) == null);

        // When
        day.world.monger("SPY").kill();
        day.pass(20);

        // Then
        assertThat(halted(day)).as("after the restart, seed %d", seed).isNull();
        assertThat(day.world.stateOf("SPY").told().status())
                .isNotNull()
                .matches(status -> status.reconciled(), "reconciled");
    }

    /** A breach that the guard has taken back since: its beats go on, and are clear. */
    private static Publish breached(Day day, String breach) {
        RiskState clear = day.published("account.risk", RiskState.class).getLast();
        return new Publish(
                "account.risk",
                Day.ACCOUNT,
                RiskState.newBuilder(clear).setLevel(RiskLevel.BREACHED).setBreach(breach).build());
    }

    private static @Nullable String halted(Day day) {
        var status = day.world.stateOf("SPY").told().status();
        return status == null ? null : status.haltedBreach();
    }

    /** By three percent, and it stays there. */
    private static void falls(Day day, String symbol) {
        Market market = day.market(symbol);
        long tick = market.instrument().minTickE8();
        long bid = market.quote().bidE8() * 97 / 100 / tick * tick;
        day.world
                .broker()
                .person()
                .quote(
                        market.instrument().conId(),
                        new Quote(bid, 5000, bid + 2 * tick, 5000),
                        true);
    }
}
