package dev.monger.core.monger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.Quantity;
import dev.monger.core.monger.FakeBroker.Kept;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** After any storm, calm: everything must have converged, and nothing may have been doubled. */
class RoughSeaTest {

    private static final int SEEDS = Integer.getInteger("monger.sea.seeds", 120);
    private static final long FIRST = Long.getLong("monger.sea.first", 1);

    @Test
    void shouldConvergeAfterEveryStorm() {
        int entries = 0;
        int armed = 0;
        int fills = 0;
        List<String> wrong = new ArrayList<>();
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            RoughSea sea = new RoughSea(seed);
            sea.hands = seed % 2 == 0;
            sea.meddling = seed % 3 == 0;
            try {
                sea.storm(600);
                sea.calm(700);
                wrong.addAll(judge(seed, sea));
                wrong.addAll(afterStops(seed, sea));
            } catch (IllegalStateException | AssertionError broken) {
                wrong.add("seed " + seed + ": " + broken.getMessage());
            }
            if (!wrong.isEmpty()) {
                tellStory(seed, sea);
                break;
            }
            armed += sea.armed ? 1 : 0;
            entries += sea.entries;
            fills += sea.fills;
        }
        assertThat(wrong).isEmpty();
        assertThat(armed).isGreaterThan(SEEDS / 10);
        assertThat(entries).isGreaterThan(SEEDS);
        assertThat(fills).isGreaterThan(SEEDS);
    }

    private static void tellStory(long seed, RoughSea sea) {
        List<String> lines = sea.story;
        System.out.println("seed " + seed + ", " + sea.steps + " steps");
        lines.subList(Math.max(0, lines.size() - 150), lines.size()).forEach(System.out::println);
    }

    private static List<String> judge(long seed, RoughSea sea) {
        List<String> wrong = new ArrayList<>();
        Ledger ledger = sea.state.ledger();
        String name = "seed " + seed + ": ";
        if (!ledger.shares().expected().equals(sea.broker.position)) {
            wrong.add(name + ledger.shares() + " but the broker has " + sea.broker.position);
        }
        if (sea.state.book().anyUnknown()) {
            wrong.add(name + "something is still UNKNOWN");
        }
        // What a person removed, or what looks so, stays removed: the alarm is its answer.
        boolean intervened =
                sea.state.told().intervened()
                        || sea.state.book().orders().values().stream()
                                .anyMatch(order -> order.marks().touched());
        if (!intervened && !Protection.covered(sea.state, sea.monotonic())) {
            wrong.add(name + "own share " + ledger.own() + " without a stop");
        }
        if (!exits(sea, Leg.STOP_LOSS)
                .min(ledger.own().absolute())
                .equals(exits(sea, Leg.STOP_LOSS))) {
            wrong.add(name + "stops of " + exits(sea, Leg.STOP_LOSS) + " for " + ledger.own());
        }
        if (!sea.state.conduct().active().isEmpty()) {
            wrong.add(name + "a command has not ended: " + sea.state.conduct().active());
        }
        for (AlarmCode code : sea.state.told().alarms().keys()) {
            if (code != AlarmCode.RESIDUAL && !(intervened && code != AlarmCode.POSITION_DIFFERS)) {
                wrong.add(name + "alarm without cause: " + code);
            }
        }
        return wrong;
    }

    /** When the stop trips, the position ends where our share is nothing, and nothing works. */
    private static List<String> afterStops(long seed, RoughSea sea) {
        boolean covered = Protection.covered(sea.state, sea.monotonic());
        int before = sea.broker.crossings;
        sea.tripStops();
        sea.calm(100);
        List<String> wrong = new ArrayList<>();
        if (sea.broker.crossings > before) {
            wrong.add("seed " + seed + ": stops carried the position through zero");
        }
        if (covered && !sea.state.ledger().effectiveOwn(sea.monotonic()).isZero()) {
            wrong.add("seed " + seed + ": after its stop " + sea.state.ledger().own() + " is left");
        }
        if (covered && !sea.broker.working().isEmpty()) {
            wrong.add("seed " + seed + ": orders work without a position");
        }
        return wrong;
    }

    private static Quantity exits(RoughSea sea, Leg leg) {
        Quantity sum = Quantity.ZERO;
        for (Kept kept : sea.broker.working()) {
            if (kept.ticket.leg() == leg) {
                sum = sum.plus(kept.remaining());
            }
        }
        return sum;
    }
}
