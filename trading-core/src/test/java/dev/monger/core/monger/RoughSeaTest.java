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
        int fills = 0;
        List<String> wrong = new ArrayList<>();
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            RoughSea sea = new RoughSea(seed);
            sea.hands = seed % 2 == 0;
            try {
                sea.storm(600);
                sea.calm(700);
                wrong.addAll(judge(seed, sea));
            } catch (IllegalStateException | AssertionError broken) {
                wrong.add("seed " + seed + ": " + broken.getMessage());
            }
            if (!wrong.isEmpty()) {
                tellStory(seed, sea);
                break;
            }
            entries += sea.entries;
            fills += sea.fills;
        }
        assertThat(wrong).isEmpty();
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
        boolean intervened = sea.state.told().intervened();
        if (!intervened && !Protection.covered(sea.state, sea.nanos)) {
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
