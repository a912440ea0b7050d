package dev.monger.tws.session;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What each error code means and what a robust client does about it. A code that stands nowhere is
 * a warning: no code that is not known ends anything.
 *
 * <p>A value: {@link #with} makes another table, which a {@link ClientSession} takes at any time.
 */
public final class ErrorTable {

    private static final String UNKNOWN = "not known here";
    private static final String SHOWN = "shown; nothing ends by it";
    private static final ErrorTable STANDARD = read(StandardErrors.ROWS);

    private final NavigableMap<Integer, Row> byFirst;

    private ErrorTable(NavigableMap<Integer, Row> byFirst) {
        this.byFirst = byFirst;
    }

    /**
     * The meaning of one code, or of a band of them.
     *
     * @param meaning what TWS says by it, in short
     * @param reaction what a robust client does
     */
    public record Row(int first, int last, ErrorKind kind, String meaning, String reaction) {

        /** Refuses a band that ends before it begins. */
        public Row {
            if (last < first) {
                throw new IllegalArgumentException(
                        "Condition failed: a band's last code is not below its first: "
                                + first
                                + "-"
                                + last);
            }
        }
    }

    /** The table of everything known of TWS. */
    public static ErrorTable standard() {
        return STANDARD;
    }

    /**
     * Reads rows such as {@code 10349 WARNING | time in force set by a preset | shown}, or {@code
     * 2150-2169 WARNING | …} for a band, one a line; empty lines and those that begin with # mean
     * nothing.
     *
     * @throws IllegalArgumentException with every line that cannot be read, and what would be right
     */
    public static ErrorTable read(String lines) {
        TreeMap<Integer, Row> rows = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        int number = 0;
        for (String line : lines.split("\n", -1)) {
            number++;
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            switch (ErrorRows.parse(text)) {
                case ErrorRows.Parsed.Read(Row row) -> put(rows, row, number, problems);
                case ErrorRows.Parsed.Refused(String problem) ->
                        problems.add("line " + number + ": " + problem + ": \"" + text + "\"");
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "Condition failed: rows like \"10349 WARNING | meaning | reaction\"; "
                            + String.join("; ", problems));
        }
        return new ErrorTable(rows);
    }

    private static void put(
            NavigableMap<Integer, Row> rows, Row row, int number, List<String> problems) {
        var before = rows.floorEntry(row.last());
        if (before != null && before.getValue().last() >= row.first()) {
            problems.add("line " + number + ": code " + row.first() + " stands twice");
        } else {
            rows.put(row.first(), row);
        }
    }

    /** Returns a table in which the rows of another go before these. */
    public ErrorTable with(ErrorTable changes) {
        TreeMap<Integer, Row> rows = new TreeMap<>();
        for (Row row : byFirst.values()) {
            int from = row.first();
            for (Row change : changes.byFirst.values()) {
                if (change.last() >= from && change.first() <= row.last()) {
                    keep(rows, row, from, change.first() - 1);
                    from = change.last() + 1;
                }
            }
            keep(rows, row, from, row.last());
        }
        rows.putAll(changes.byFirst);
        return new ErrorTable(rows);
    }

    private static void keep(NavigableMap<Integer, Row> rows, Row row, int first, int last) {
        if (first <= last) {
            rows.put(first, new Row(first, last, row.kind(), row.meaning(), row.reaction()));
        }
    }

    /** Returns the row of a code; a warning when it stands nowhere. */
    public Row of(int code) {
        var entry = byFirst.floorEntry(code);
        return entry != null && code <= entry.getValue().last()
                ? entry.getValue()
                : new Row(code, code, ErrorKind.WARNING, UNKNOWN, SHOWN);
    }

    /** Returns the kind of a code. */
    public ErrorKind kindOf(int code) {
        return of(code).kind();
    }

    /** Returns every row, by code. */
    public List<Row> rows() {
        return List.copyOf(byFirst.values());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ErrorTable table && byFirst.equals(table.byFirst);
    }

    @Override
    public int hashCode() {
        return rows().size();
    }

    @Override
    public String toString() {
        return "ErrorTable of " + byFirst.size() + " rows";
    }
}
