package dev.monger.simulator.fault;

import dev.monger.simulator.venue.TradingCalendar;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Faults with the times at which they are switched on and off, as a file tells them; {@link
 * ScenarioText} reads one.
 *
 * @param entries in the order of the file
 */
public record Scenario(List<Entry> entries) {

    /** Keeps its own copy of the list. */
    public Scenario {
        entries = List.copyOf(entries);
    }

    /**
     * One thing to switch.
     *
     * @param line where it stands in the file
     * @param when at which time
     * @param what what is switched
     */
    public record Entry(int line, When when, What what) {}

    /** A time in a scenario. */
    public sealed interface When {

        /** So long after the start. */
        record AfterStart(long nanos) implements When {}

        /** The next time the clocks in New York say this. */
        record AtClock(LocalTime time) implements When {}
    }

    /** What is switched. */
    public sealed interface What {

        /**
         * A fault is switched on.
         *
         * @param forNanos for how long, 0 for ever
         */
        record On(Fault fault, long forNanos) implements What {}

        /** A kind is switched off. */
        record Off(FaultKind kind) implements What {}
    }

    /**
     * Has everything done at its time.
     *
     * @param startNanos the market time the scenario counts from
     * @throws IllegalArgumentException when a fault names a symbol or an account there is not
     */
    public void play(Faults faults, long startNanos) {
        for (Entry entry : entries) {
            long at = nanos(entry.when(), startNanos);
            switch (entry.what()) {
                case What.On(Fault fault, long forNanos) -> {
                    faults.switchOnAt(at, fault);
                    if (forNanos > 0) {
                        faults.switchOffAt(at + forNanos, fault.kind());
                    }
                }
                case What.Off(FaultKind kind) -> faults.switchOffAt(at, kind);
            }
        }
    }

    /** The first entry that names a symbol or an account there is not, as text, or null. */
    public @Nullable String problem(Faults faults) {
        for (Entry entry : entries) {
            if (entry.what() instanceof What.On(Fault fault, long _)) {
                String problem = faults.problem(fault);
                if (problem != null) {
                    return "line " + entry.line() + ": " + problem;
                }
            }
        }
        return null;
    }

    private static long nanos(When when, long startNanos) {
        return switch (when) {
            case When.AfterStart(long nanos) -> startNanos + nanos;
            case When.AtClock(LocalTime time) -> {
                ZonedDateTime start = TradingCalendar.local(startNanos);
                ZonedDateTime at = start.with(time);
                yield TradingCalendar.nanosOf(at.isBefore(start) ? at.plusDays(1) : at);
            }
        };
    }
}
