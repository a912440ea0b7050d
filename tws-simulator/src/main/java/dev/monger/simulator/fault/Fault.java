package dev.monger.simulator.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fault as it is switched on: a kind, and a value for each of its parameters.
 *
 * @param kind what goes wrong
 * @param values every parameter of the kind by its name
 */
public record Fault(FaultKind kind, SortedMap<String, String> values) {

    /** What came of reading what somebody wrote. */
    public sealed interface Reading {

        /** A fault that can be switched on. */
        record Read(Fault fault) implements Reading {}

        /** Everything that is wrong, each with what would be right. */
        record Refused(List<String> problems) implements Reading {}
    }

    /**
     * Fills up what was not given.
     *
     * @throws IllegalArgumentException when a value may not be given
     */
    public Fault {
        List<String> problems = problems(kind, values);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("Condition failed: " + String.join("; ", problems));
        }
        SortedMap<String, String> all = new TreeMap<>();
        kind.parameters().forEach(parameter -> all.put(parameter.name(), parameter.usual()));
        all.putAll(values);
        values = Collections.unmodifiableSortedMap(all);
    }

    /** The kind as it usually is. */
    public static Fault of(FaultKind kind) {
        return new Fault(kind, new TreeMap<>());
    }

    /** Reads a kind's number or name and the parameters that were given. */
    public static Reading read(String kindText, Map<String, String> given) {
        FaultKind kind = FaultKind.of(kindText);
        if (kind == null) {
            return new Reading.Refused(
                    List.of(
                            "no such fault '"
                                    + kindText
                                    + "'; right would be a number or name from the list of faults, as in M4 or LATE_COMMISSION"));
        }
        List<String> problems = problems(kind, given);
        return problems.isEmpty()
                ? new Reading.Read(new Fault(kind, new TreeMap<>(given)))
                : new Reading.Refused(problems);
    }

    private static List<String> problems(FaultKind kind, Map<String, String> given) {
        List<String> problems = new ArrayList<>();
        given.forEach((name, value) -> {
            FaultParameter parameter = kind.parameter(name);
            if (parameter == null) {
                problems.add(
                        name
                                + ": no parameter of "
                                + kind.name()
                                + "; right would be some of "
                                + String.join(
                                        ", ",
                                        kind.parameters().stream()
                                                .map(FaultParameter::name)
                                                .toList()));
            } else if (!parameter.takes(value)) {
                problems.add(name + ": expected " + parameter.right() + ", was '" + value + "'");
            }
        });
        return problems;
    }

    /** The same with another value of one parameter. */
    public Fault with(String name, String value) {
        SortedMap<String, String> changed = new TreeMap<>(values);
        changed.put(name, value);
        return new Fault(kind, changed);
    }

    /** The same with another value of one parameter. */
    public Fault with(String name, long value) {
        return with(name, Long.toString(value));
    }

    /** The same at the next occasion only. */
    public Fault once() {
        return with("times", 1);
    }

    /** A number among its values. */
    public long whole(String name) {
        return Long.parseLong(text(name));
    }

    /** A duration among its values, which are milliseconds, in nanoseconds. */
    public long nanos(String name) {
        return whole(name) * 1_000_000L;
    }

    /** Whether a parameter has this value. */
    public boolean has(String name, String value) {
        return text(name).equals(value);
    }

    /** A value as text. */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "Condition failed: " + kind.name() + " has a parameter " + name);
        }
        return value;
    }

    /** As it is written on a command line: number and the values that are not usual. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind.number());
        for (FaultParameter parameter : kind.parameters()) {
            String value = text(parameter.name());
            if (!value.equals(parameter.usual())) {
                text.append(':').append(parameter.name()).append('=').append(value);
            }
        }
        return text.toString();
    }
}
