package dev.monger.core.monger;

import org.jspecify.annotations.Nullable;

/**
 * What was last told outside, so that only changes are told.
 *
 * @param alarms those raised and not cleared, with their text
 * @param contractRefusal why the contract is refused; null when it is not
 * @param unprotectedNanos since when the own position has no working stop, monotonic; null when it
 *     has
 * @param intervened whether a person touched an order of ours since entries were last allowed
 */
public record Told(
        Table<AlarmCode, String> alarms,
        MongerFact.@Nullable StatusChanged status,
        MongerFact.@Nullable PositionChanged position,
        MongerCommand.@Nullable WakeAt wake,
        @Nullable String contractRefusal,
        @Nullable Long unprotectedNanos,
        boolean intervened) {

    static final Told NOTHING = new Told(Table.empty(), null, null, null, null, null, false);

    Told withAlarms(Table<AlarmCode, String> value) {
        return new Told(
                value, status, position, wake, contractRefusal, unprotectedNanos, intervened);
    }

    Told withStatus(MongerFact.StatusChanged value) {
        return new Told(
                alarms, value, position, wake, contractRefusal, unprotectedNanos, intervened);
    }

    Told withPosition(MongerFact.PositionChanged value) {
        return new Told(alarms, status, value, wake, contractRefusal, unprotectedNanos, intervened);
    }

    Told withWake(MongerCommand.@Nullable WakeAt value) {
        return new Told(
                alarms, status, position, value, contractRefusal, unprotectedNanos, intervened);
    }

    Told withContractRefusal(@Nullable String value) {
        return new Told(alarms, status, position, wake, value, unprotectedNanos, intervened);
    }

    Told withUnprotected(@Nullable Long value) {
        return new Told(alarms, status, position, wake, contractRefusal, value, intervened);
    }

    Told withIntervened(boolean value) {
        return new Told(alarms, status, position, wake, contractRefusal, unprotectedNanos, value);
    }
}
