package dev.monger.manager.assignments;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is wrong with a file, in the order of its lines; the same thing is told once. */
final class Problems {

    private final SortedMap<Place, List<String>> found = new TreeMap<>();

    void add(Place place, String text) {
        List<String> there = found.computeIfAbsent(place, _ -> new ArrayList<>());
        if (!there.contains(text)) {
            there.add(text);
        }
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        found.forEach((place, texts) -> {
            for (String text : texts) {
                lines.add("line " + place.line() + ", column " + place.column() + ": " + text);
            }
        });
        return lines;
    }
}
