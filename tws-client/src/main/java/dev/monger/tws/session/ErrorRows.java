package dev.monger.tws.session;

import java.util.Arrays;
import java.util.List;

/** Reads one row of an error table as people write it. */
final class ErrorRows {

    private ErrorRows() {}

    /** What a line came to. */
    sealed interface Parsed {

        record Read(ErrorTable.Row row) implements Parsed {}

        record Refused(String problem) implements Parsed {}
    }

    static Parsed parse(String line) {
        List<String> parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        List<String> head = List.of(parts.getFirst().split("\\s+", -1));
        if (parts.size() != 3 || head.size() != 2) {
            return new Parsed.Refused(
                    "a code, a kind, and then a meaning and a reaction after bars");
        }
        if (!head.getFirst().matches("[0-9]{1,9}(-[0-9]{1,9})?")) {
            return new Parsed.Refused("no code and no band of codes");
        }
        List<String> band = List.of(head.getFirst().split("-", -1));
        int first = Integer.parseInt(band.getFirst());
        int last = Integer.parseInt(band.getLast());
        if (last < first) {
            return new Parsed.Refused("the band ends before it begins");
        }
        return Arrays.stream(ErrorKind.values())
                .filter(kind -> kind.name().equals(head.getLast()))
                .findFirst()
                .<Parsed>map(kind ->
                        new Parsed.Read(
                                new ErrorTable.Row(first, last, kind, parts.get(1), parts.get(2))))
                .orElseGet(() ->
                        new Parsed.Refused(
                                "no kind, which is one of " + Arrays.toString(ErrorKind.values())));
    }
}
