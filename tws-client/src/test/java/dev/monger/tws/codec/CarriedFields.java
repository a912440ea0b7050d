package dev.monger.tws.codec;

import dev.monger.tws.message.Decimals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which components of a message its frame does not carry, at which versions: {@code absent} ones
 * always read as the same value, {@code sometimes} ones read as nothing when another component says
 * that they mean nothing. All others must be read as they were written.
 */
final class CarriedFields {

    private record Rule(boolean absent, int from, int to) {}

    /** One component that was read otherwise than it was written. */
    record Difference(String path, Object written, Object read) {}

    private record Part(String name, Method accessor) {}

    /** A component with what is known of it; built once, since there are very many comparisons. */
    private final class Node {
        private final String path;
        private final List<Rule> known;
        private final SortedMap<String, Node> children = new TreeMap<>();
        private final SortedMap<Integer, Object> constants = new TreeMap<>();
        private boolean lost;

        Node(String path) {
            this.path = path;
            known = rules.getOrDefault(path, List.of());
        }

        Node child(String name) {
            return children.computeIfAbsent(name, _ -> new Node(path + name));
        }

        Optional<Rule> ruleAt(int version) {
            for (Rule rule : known) {
                if (version >= rule.from() && version <= rule.to()) {
                    return Optional.of(rule);
                }
            }
            return Optional.empty();
        }
    }

    private record Comparison(int version, List<Difference> wrong) {}

    private final SortedMap<String, List<Rule>> rules = new TreeMap<>();
    private final SortedMap<String, Node> messages = new TreeMap<>();
    private final SortedMap<String, List<Part>> parts = new TreeMap<>();

    CarriedFields() {
        try (InputStream stream =
                Objects.requireNonNull(
                        CarriedFields.class.getResourceAsStream("/fields-not-carried.txt"))) {
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ", -1)))
                    .forEach(row ->
                            rules.computeIfAbsent(row.get(1), _ -> new ArrayList<>())
                                    .add(
                                            new Rule(
                                                    row.get(0).equals("absent"),
                                                    Integer.parseInt(row.get(2)),
                                                    Integer.parseInt(row.get(3)))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the components that differ though the frame should carry them at this version. */
    List<Difference> wrong(Record written, Record read, int version) {
        List<Difference> wrong = new ArrayList<>();
        Node message = messages.computeIfAbsent(written.getClass().getSimpleName(), Node::new);
        compare(message, written, read, new Comparison(version, wrong));
        return wrong;
    }

    /** Returns the rows of a message that never explained anything: they are not true. */
    List<String> unused(String message) {
        List<String> used = new ArrayList<>();
        messages.tailMap(message).values().stream().limit(1).forEach(node -> used(node, used));
        return rules.keySet().stream()
                .filter(path -> path.startsWith(message + "."))
                .filter(path -> !used.contains(path))
                .toList();
    }

    private static void used(Node node, List<String> used) {
        if (node.lost) {
            used.add(node.path);
        }
        node.children.values().forEach(child -> used(child, used));
    }

    private void compare(Node node, Object written, Object read, Comparison comparison) {
        if (written.getClass() == read.getClass() && written instanceof Record) {
            for (Part part : partsOf(written.getClass())) {
                compare(
                        node.child(part.name()),
                        valueOf(part, written),
                        valueOf(part, read),
                        comparison);
            }
        } else if (written instanceof List<?> some
                && read instanceof List<?> others
                && some.size() == others.size()
                && !some.isEmpty()) {
            for (int index = 0; index < some.size(); index++) {
                compare(node.child("[]"), some.get(index), others.get(index), comparison);
            }
        } else {
            judge(node, written, read, comparison);
        }
    }

    private static void judge(Node node, Object written, Object read, Comparison comparison) {
        boolean same = written.equals(read);
        Optional<Rule> rule = node.ruleAt(comparison.version());
        boolean explained =
                rule.isEmpty()
                        ? same
                        : rule.get().absent()
                                ? isConstant(node, read, comparison.version())
                                : same || isNothing(read);
        node.lost = node.lost || !same;
        if (!explained) {
            comparison.wrong().add(new Difference(node.path, written, read));
        }
    }

    private static boolean isConstant(Node node, Object read, int version) {
        Object first = node.constants.putIfAbsent(version, read);
        return first == null || first.equals(read);
    }

    private static boolean isNothing(Object value) {
        return List.of("", 0, 0L, -1, false, List.of(), Integer.MAX_VALUE, Decimals.UNSET)
                .contains(value);
    }

    private List<Part> partsOf(Class<?> record) {
        return parts.computeIfAbsent(
                record.getName(),
                _ ->
                        Arrays.stream(record.getRecordComponents())
                                .map(component -> {
                                    component.getAccessor().setAccessible(true);
                                    return new Part(
                                            "." + component.getName(), component.getAccessor());
                                })
                                .toList());
    }

    private static Object valueOf(Part part, Object record) {
        try {
            return part.accessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException failed) {
            throw new LinkageError(part.toString(), failed);
        }
    }
}
