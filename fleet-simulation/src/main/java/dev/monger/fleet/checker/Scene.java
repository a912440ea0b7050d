package dev.monger.fleet.checker;

import dev.monger.core.monger.MongerState;
import dev.monger.fleet.world.House;
import dev.monger.fleet.world.Witness;
import dev.monger.fleet.world.World;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a monger with the truth beside it.
 *
 * @param ticker whose
 * @param before what the core knew
 * @param after what it knows now
 * @param step the step
 * @param able since when the monger can act without a break; null while it cannot
 */
record Scene(
        World world,
        Sight sight,
        Blame blame,
        String ticker,
        MongerState before,
        MongerState after,
        Witness.Stepped step,
        @Nullable Long able) {

    long nowNanos() {
        return world.agenda().nowNanos();
    }

    TickerSight truth() {
        return sight.of(ticker);
    }

    House house() {
        return step.house();
    }

    /** For how long something that began then has stood while the monger could act. */
    long standing(long sinceNanos) {
        return able == null ? 0 : nowNanos() - Math.max(sinceNanos, able);
    }

    List<String> tickers() {
        return sight.tickers();
    }

    MongerState stateNow() {
        return Objects.requireNonNull(house().state(), ticker);
    }
}
