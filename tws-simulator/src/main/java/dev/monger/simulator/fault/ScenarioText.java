package dev.monger.simulator.fault;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a scenario: a list, in the simplest form of YAML, of things to switch on and off.
 *
 * <pre>
 * - at: +30s            # since the start; or 09:45:00 by New York's clock
 *   fault: M9           # a number or a name
 *   outageMillis: 5000  # its parameters
 *   for: 10m            # until it is switched off
 * - at: 10:30
 *   off: M1
 * </pre>
 *
 * <p>All problems are told together, each with its line and what would be right.
 */
public final class ScenarioText {
    private static final Pattern DURATION =
            Pattern.compile("(?:(\\d{1,4})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?(?:(\\d{1,9})ms)?");
    private static final Pattern LINE =
            Pattern.compile("(- |  )\\s*([A-Za-z]+):(?:\\s+(.*?))?\\s*");
    private static final String RIGHT_LINE =
            "expected '- key: value' to begin an entry, or two blanks and 'key: value' to go on with it";
    private static final String RIGHT_TIME =
            "expected a time since the start like +30s or +1h15m, or a time in New York like 09:45:00";

    private final List<String> problems = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();

    private ScenarioText() {}

    /** What came of reading a scenario. */
    public sealed interface Reading {

        /** A scenario that can be played. */
        record Read(Scenario scenario) implements Reading {}

        /** Everything that is wrong, by line. */
        record Refused(List<String> problems) implements Reading {}
    }

    private record Value(int line, String text) {}

    private record Item(int line, Map<String, Value> values) {}

    /** Reads the text of a scenario. */
    public static Reading read(String text) {
        ScenarioText reader = new ScenarioText();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            reader.line(i + 1, withoutRemark(lines.get(i)));
        }
        List<Scenario.Entry> entries = new ArrayList<>();
        for (Item item : reader.items) {
            Scenario.Entry entry = reader.entry(item);
            if (entry != null) {
                entries.add(entry);
            }
        }
        if (reader.problems.isEmpty()) {
            return new Reading.Read(new Scenario(entries));
        }
        reader.problems.sort(Comparator.comparingInt(ScenarioText::lineOf));
        return new Reading.Refused(List.copyOf(reader.problems));
    }

    private static int lineOf(String problem) {
        return Integer.parseInt(problem.substring("line ".length(), problem.indexOf(':')));
    }

    private static String withoutRemark(String line) {
        if (line.stripLeading().startsWith("#")) {
            return "";
        }
        int remark = line.indexOf(" #");
        return (remark < 0 ? line : line.substring(0, remark)).stripTrailing();
    }

    private void line(int number, String line) {
        if (line.isBlank()) {
            return;
        }
        Matcher matcher = LINE.matcher(line);
        boolean begins = line.startsWith("- ");
        if (!matcher.matches() || (!begins && items.isEmpty())) {
            wrong(number, RIGHT_LINE + ", was '" + line.strip() + "'");
            return;
        }
        if (begins) {
            items.add(new Item(number, new LinkedHashMap<>()));
        }
        String given = matcher.group(3) == null ? "" : matcher.group(3);
        Value before =
                items.getLast()
                        .values()
                        .putIfAbsent(matcher.group(2), new Value(number, unquoted(given)));
        if (before != null) {
            wrong(
                    number,
                    matcher.group(2)
                            + ": stands twice in this entry, first in line "
                            + before.line());
        }
    }

    private static String unquoted(String text) {
        boolean quoted =
                text.length() >= 2
                        && (text.startsWith("\"") || text.startsWith("'"))
                        && text.endsWith(text.substring(0, 1));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private Scenario.@Nullable Entry entry(Item item) {
        Map<String, Value> values = new LinkedHashMap<>(item.values());
        Value at = values.remove("at");
        Value fault = values.remove("fault");
        Value off = values.remove("off");
        Value lasts = values.remove("for");
        Scenario.When when = at == null ? null : when(at);
        if (at == null) {
            wrong(item.line(), "at: is missing; " + RIGHT_TIME);
        }
        if ((fault == null) == (off == null)) {
            wrong(item.line(), "expected either fault: or off: in an entry");
            return null;
        }
        Scenario.What what = fault != null ? on(fault, lasts, values) : off(off, lasts, values);
        return when == null || what == null ? null : new Scenario.Entry(item.line(), when, what);
    }

    private Scenario.@Nullable When when(Value at) {
        if (at.text().startsWith("+")) {
            long nanos = durationNanos(at.text().substring(1));
            if (nanos >= 0) {
                return new Scenario.When.AfterStart(nanos);
            }
        } else {
            try {
                return new Scenario.When.AtClock(LocalTime.parse(at.text()));
            } catch (DateTimeException e) {
                wrong(at.line(), "at: " + RIGHT_TIME + ", was '" + at.text() + "'");
                return null;
            }
        }
        wrong(at.line(), "at: " + RIGHT_TIME + ", was '" + at.text() + "'");
        return null;
    }

    private static long durationNanos(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            return -1;
        }
        long millis =
                part(matcher, 1) * 3_600_000L
                        + part(matcher, 2) * 60_000L
                        + part(matcher, 3) * 1000L
                        + part(matcher, 4);
        return millis * 1_000_000L;
    }

    private static long part(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
    }

    private Scenario.@Nullable What on(
            Value name, @Nullable Value lasts, Map<String, Value> given) {
        FaultKind kind = FaultKind.of(name.text());
        int before = problems.size();
        long nanos = lasts == null ? 0 : durationNanos(lasts.text());
        if (lasts != null && nanos <= 0) {
            wrong(
                    lasts.line(),
                    "for: expected a duration like 30s or 1h15m, was '" + lasts.text() + "'");
        }
        if (kind == null) {
            refuse(name.line(), "fault: ", Fault.read(name.text(), new TreeMap<>()));
            return null;
        }
        Map<String, String> parameters = new TreeMap<>();
        given.forEach((key, value) -> {
            Map<String, String> one = new TreeMap<>();
            one.put(key, value.text());
            refuse(value.line(), "", Fault.read(name.text(), one));
            parameters.putAll(one);
        });
        if (problems.size() > before) {
            return null;
        }
        return Fault.read(name.text(), parameters) instanceof Fault.Reading.Read(Fault fault)
                ? new Scenario.What.On(fault, nanos)
                : null;
    }

    private Scenario.@Nullable What off(
            @Nullable Value name, @Nullable Value lasts, Map<String, Value> given) {
        if (name == null) {
            return null;
        }
        if (lasts != null) {
            wrong(lasts.line(), "for: goes with fault: only");
        }
        given.forEach((key, value) ->
                wrong(
                        value.line(),
                        key + ": goes with fault: only; right beside off: would be at:"));
        FaultKind kind = FaultKind.of(name.text());
        if (kind == null) {
            refuse(name.line(), "off: ", Fault.read(name.text(), new TreeMap<>()));
            return null;
        }
        return new Scenario.What.Off(kind);
    }

    private void refuse(int line, String where, Fault.Reading reading) {
        if (reading instanceof Fault.Reading.Refused(List<String> found)) {
            found.forEach(problem -> wrong(line, where + problem));
        }
    }

    private void wrong(int line, String problem) {
        problems.add("line " + line + ": " + problem);
    }
}
