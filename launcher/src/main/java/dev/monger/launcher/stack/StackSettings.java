package dev.monger.launcher.stack;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a stack is started with, checked.
 *
 * @param home the folder of the program
 * @param assignments the file of assignments
 * @param ports where the parts listen
 * @param clock the market's clock
 * @param account the account
 * @param real a real TWS; null starts the simulator
 * @param live whether the operator has said that the account may be a live one
 * @param replay the folder of a recorded day for the simulator
 * @param dailyLossLimit the loss of a day that halts everything
 */
public record StackSettings(
        Path home,
        Path assignments,
        Ports ports,
        MarketClockText clock,
        String account,
        @Nullable RealTws real,
        boolean live,
        @Nullable Path replay,
        @Nullable BigDecimal dailyLossLimit) {

    /**
     * A TWS or gateway that is not ours.
     *
     * @param host its host
     * @param port its port
     */
    public record RealTws(String host, int port) {}

    /** The same with another clock. */
    public StackSettings withClock(MarketClockText other) {
        return new StackSettings(
                home, assignments, ports, other, account, real, live, replay, dailyLossLimit);
    }

    /** Whether the other side is our simulator. */
    public boolean simulated() {
        return real == null;
    }

    /** Where the parts will be. */
    public Addresses addresses() {
        String local = "http://127.0.0.1:";
        return new Addresses(
                "127.0.0.1:" + ports.kafka(),
                local + ports.registry(),
                local + ports.manager(),
                local + ports.portfolio(),
                simulated() ? local + ports.control() : "",
                real == null ? "127.0.0.1" : real.host(),
                real == null ? ports.tws() : real.port(),
                account,
                clock.toString());
    }
}
