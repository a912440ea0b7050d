package dev.monger.fleet.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.AssignmentFields;
import dev.monger.engine.journal.Decoded;
import dev.monger.engine.journal.SegmentReader;
import dev.monger.engine.monger.MongerEngine;
import dev.monger.fleet.whatif.Recording;
import dev.monger.fleet.whatif.WhatIf;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** What a day would have come to with another assignment. */
class WhatIfTest {

    private static Recording recorded(long seed) {
        Day day = Day.of(seed, "SPY");
        day.trade(24);
        House house = day.world.monger("SPY");
        Recording recording = new Recording((MongerEngine) house.twin());
        SegmentReader segment =
                ((SegmentReader.Opening.Opened)
                                SegmentReader.open(
                                        ByteBuffer.wrap(house.journal().bytes()),
                                        WhatIfTest.class.getClassLoader()))
                        .reader();
        Decoded decoded = segment.next();
        while (!(decoded instanceof Decoded.End)) {
            if (decoded instanceof Decoded.Entry entry) {
                recording.take(entry.record().input());
            }
            decoded = segment.next();
        }
        return recording;
    }

    private static Assignment with(Assignment assignment, String field, String value) {
        SortedMap<String, String> fields = AssignmentFields.write(assignment);
        fields.put(field, value);
        return ((AssignmentFields.Outcome.Read) AssignmentFields.read(fields)).assignment();
    }

    @Test
    void shouldTradeTheSameMarketWithAnotherAssignment() {
        // Given
        Recording recording = recorded(91);
        Assignment assignment = Objects.requireNonNull(recording.assignment());

        // When
        WhatIf.Result then = WhatIf.trade(recording, assignment);
        WhatIf.Result again = WhatIf.trade(recording, assignment);
        WhatIf.Result inverted =
                WhatIf.trade(
                        recording,
                        with(
                                with(assignment, "signals.inverted", "true"),
                                "signals.allowShort",
                                "true"));

        // Then
        assertThat(then.trades()).isNotEmpty().isEqualTo(again.trades());
        assertThat(then.profitE8()).isEqualTo(again.profitE8());
        assertThat(then.trades().getFirst()).contains("bought");
        assertThat(inverted.trades().getFirst()).contains("sold");
        assertThat(then.decisions()).hasSameSizeAs(inverted.decisions());
    }

    @Test
    void shouldNotTradeWhereTheOtherAssignmentHasNoRoom() {
        // Given
        Recording recording = recorded(92);
        Assignment assignment = Objects.requireNonNull(recording.assignment());

        // When
        WhatIf.Result none = WhatIf.trade(recording, with(assignment, "sizing.unit", "200"));
        WhatIf.Result shy =
                WhatIf.trade(recording, with(assignment, "signals.bullish.from", "0.95"));

        // Then
        assertThat(none.trades()).isNotEmpty();
        assertThat(shy.trades()).isEmpty();
        assertThat(shy.decisions()).isNotEmpty().allMatch(line -> line.contains("CONFIDENCE"));
    }
}
