package dev.monger.fleet.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private final List<String> happened = new ArrayList<>();
    private final Agenda agenda = new Agenda(100);

    private Runnable say(String what) {
        return () -> happened.add(agenda.nowNanos() + " " + what);
    }

    @Test
    void shouldLetThingsHappenByTimeThenByOrderOfMaking() {
        // Given
        agenda.at(300, say("last"));
        agenda.at(200, say("first"));
        agenda.at(200, say("second"));
        agenda.at(50, say("overdue"));

        // When
        while (agenda.next(1000)) {}

        // Then
        assertThat(happened).containsExactly("100 overdue", "200 first", "200 second", "300 last");
        assertThat(agenda.nowNanos()).isEqualTo(1000);
    }

    @Test
    void shouldStopAtTheGivenTime() {
        // Given
        agenda.in(11, say("late"));

        // When
        boolean anything = agenda.next(110);

        // Then
        assertThat(anything).isFalse();
        assertThat(agenda.nowNanos()).isEqualTo(110);
    }

    @Test
    void shouldMeanTheSameForASeedForEver() {
        // Given
        Chance chance = new Chance(42);

        // When
        List<Long> numbers = List.of(chance.bits(), chance.bits(), chance.between(1, 6));

        // Then the first two are the published values of SplitMix64 for this seed
        assertThat(numbers).startsWith(-4767286540954276203L, 2949826092126892291L);
        assertThat(numbers.get(2)).isBetween(1L, 6L);
    }
}
