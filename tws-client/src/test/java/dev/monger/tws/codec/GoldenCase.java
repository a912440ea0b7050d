package dev.monger.tws.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** One frame of the golden file with all the versions at which it has the same bytes. */
record GoldenCase(String id, List<GoldenFrame> atVersions) {

    static Stream<GoldenCase> all() {
        LinkedHashMap<String, List<GoldenFrame>> byId = new LinkedHashMap<>();
        for (GoldenFrame frame : GoldenFrame.all().toList()) {
            byId.merge(
                    frame.id(),
                    List.of(frame),
                    (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
        }
        return byId.entrySet().stream()
                .map(entry -> new GoldenCase(entry.getKey(), entry.getValue()));
    }

    GoldenFrame first() {
        return atVersions.getFirst();
    }

    @Override
    public String toString() {
        return id + " " + first().call() + " at " + versions();
    }

    private List<Integer> versions() {
        return atVersions.stream().map(GoldenFrame::version).toList();
    }
}
