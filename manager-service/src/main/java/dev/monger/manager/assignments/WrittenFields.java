package dev.monger.manager.assignments;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping of the file as dotted keys and texts, each with its place. */
final class WrittenFields {

    private static final int DEEPEST = 4;

    private final Place start;
    private final SortedMap<String, String> texts = new TreeMap<>();
    private final SortedMap<String, Place> keys = new TreeMap<>();
    private final SortedMap<String, Place> values = new TreeMap<>();

    private WrittenFields(Place start) {
        this.start = start;
    }

    static WrittenFields none() {
        return new WrittenFields(Place.START);
    }

    static WrittenFields of(MappingNode node, Problems problems) {
        WrittenFields fields = new WrittenFields(Place.of(node));
        fields.take("", node, 1, problems);
        return fields;
    }

    private void take(String prefix, MappingNode node, int depth, Problems problems) {
        for (NodeTuple entry : node.getValue()) {
            Place place = Place.of(entry.getKeyNode());
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problems.add(place, "a key has to be a word, as in sizing or ticker");
                continue;
            }
            String name = prefix + key.getValue();
            Place before = keys.putIfAbsent(name, place);
            if (before != null) {
                problems.add(
                        place, name + " stands here again; it was given in line " + before.line());
                continue;
            }
            values.put(name, Place.of(entry.getValueNode()));
            if (entry.getValueNode() instanceof MappingNode group) {
                if (depth == DEEPEST) {
                    problems.add(place, name + " lies too deep; no key has so many parts");
                } else {
                    take(name + ".", group, depth + 1, problems);
                }
            } else {
                String text = text(entry.getValueNode());
                if (text == null) {
                    problems.add(
                            Place.of(entry.getValueNode()),
                            name
                                    + " is a list of more than words; right would be a value, or words");
                } else {
                    texts.put(name, text);
                }
            }
        }
    }

    /** Returns a value's text, the items of a list between commas; null when it is neither. */
    private static @Nullable String text(Node value) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        List<String> items = new ArrayList<>();
        if (value instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                if (!(item instanceof ScalarNode scalar)) {
                    return null;
                }
                items.add(scalar.getValue());
            }
        }
        return String.join(", ", items);
    }

    SortedMap<String, String> texts() {
        return texts;
    }

    boolean has(String key) {
        return keys.containsKey(key);
    }

    Place key(String name) {
        return keys.getOrDefault(name, start);
    }

    /** Returns where a key stands, or else the nearest group that it would stand in. */
    Place nearest(String name) {
        String at = name;
        while (!keys.containsKey(at) && at.indexOf('.') >= 0) {
            at = at.substring(0, at.lastIndexOf('.'));
        }
        return key(at);
    }

    Place value(String name) {
        return values.getOrDefault(name, start);
    }
}
