package dev.monger.core.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When is traded.
 *
 * @param entries in which hours an entry may leave
 * @param exitsOutsideRegularHours whether exits may fill outside regular hours
 * @param flatBeforeClose how long before the end of liquid hours the position is closed and entries
 *     end; zero for never
 * @param flatBy from when on, until that day's midnight, the position is closed and no entry
 *     leaves; null for never
 */
public record HoursRules(
        EntryHours entries,
        boolean exitsOutsideRegularHours,
        Duration flatBeforeClose,
        @Nullable DayTime flatBy) {

    /** Entries in liquid hours, positions kept over night. */
    public static final HoursRules DEFAULT =
            new HoursRules(EntryHours.LIQUID, false, Duration.ZERO, null);

    /** Hours in which an entry may leave. */
    public enum EntryHours {
        /** Only in the contract's liquid hours. */
        LIQUID,
        /** At any time at which there is a live quote. */
        ANY
    }

    /** Refuses a time that is negative or longer than a day. */
    public HoursRules {
        Bounds.require("hours.flatBeforeClose", flatBeforeClose);
    }
}
