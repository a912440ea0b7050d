package dev.monger.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The JSON Schema of the file of assignments, for editors that complete and check while an operator
 * types. It is written from {@link FieldCatalogue}; the program itself refuses by the same bounds.
 */
public final class AssignmentSchema {

    private static final int MOST_TICKERS = 31;

    private AssignmentSchema() {}

    /** Returns the schema's text, the same for the same fields. */
    public static String text() {
        SortedMap<String, Object> properties = new TreeMap<>();
        properties.put("defaults", fields(false));
        SortedMap<String, Object> list = new TreeMap<>();
        list.put("description", "What is traded, each ticker once.");
        list.put("items", fields(true));
        list.put("maxItems", MOST_TICKERS);
        list.put("minItems", 1);
        list.put("type", "array");
        properties.put("assignments", list);
        SortedMap<String, Object> root = object(properties);
        root.put("$schema", "http://json-schema.org/draft-07/schema#");
        root.put("title", "What a fleet of mongers trades");
        root.put("required", List.of("assignments"));
        StringBuilder text = new StringBuilder();
        write(root, 0, text);
        return text.append('\n').toString();
    }

    private static SortedMap<String, Object> object(SortedMap<String, Object> properties) {
        SortedMap<String, Object> object = new TreeMap<>();
        object.put("type", "object");
        object.put("additionalProperties", false);
        object.put("properties", properties);
        return object;
    }

    private static SortedMap<String, Object> fields(boolean withTicker) {
        SortedMap<String, Object> properties = new TreeMap<>();
        for (Field field : FieldCatalogue.fields()) {
            boolean ticker = field.key().equals("ticker");
            if (!ticker || withTicker) {
                put(properties, List.of(field.key().split("\\.", -1)), field);
            }
        }
        SortedMap<String, Object> object = object(properties);
        if (withTicker) {
            object.put("required", List.of("ticker"));
        } else {
            object.put("description", "Holds for every ticker that does not say otherwise.");
        }
        return object;
    }

    private static void put(SortedMap<String, Object> properties, List<String> path, Field field) {
        String part = path.getFirst();
        if (path.size() == 1) {
            properties.put(part, value(field));
        } else if (path.get(1).equals("*")) {
            tier(properties, part, path, field);
        } else {
            put(below(properties, part), path.subList(1, path.size()), field);
        }
    }

    private static void tier(
            SortedMap<String, Object> properties, String part, List<String> path, Field field) {
        if (!properties.containsKey(part)) {
            SortedMap<String, Object> tier = object(new TreeMap<>());
            tier.put("required", List.of("unit"));
            SortedMap<String, Object> byPrice = new TreeMap<>();
            byPrice.put("^[0-9]+(\\.[0-9]+)?$", tier);
            SortedMap<String, Object> tiers = new TreeMap<>();
            tiers.put("additionalProperties", false);
            tiers.put("description", "Other sizes from a price on.");
            tiers.put("patternProperties", byPrice);
            tiers.put("type", "object");
            SortedMap<String, Object> either = new TreeMap<>();
            either.put("anyOf", List.of(tiers, constant("none")));
            properties.put(part, either);
        }
        SortedMap<String, Object> tiers =
                mapping(list(mapping(properties, part), "anyOf").getFirst());
        SortedMap<String, Object> byPrice = mapping(tiers, "patternProperties");
        SortedMap<String, Object> tier = mapping(byPrice, byPrice.firstKey());
        mapping(tier, "properties").put(path.getLast(), value(field));
    }

    private static SortedMap<String, Object> below(
            SortedMap<String, Object> properties, String part) {
        properties.computeIfAbsent(part, _ -> object(new TreeMap<>()));
        return mapping(mapping(properties, part), "properties");
    }

    private static SortedMap<String, Object> mapping(SortedMap<String, Object> parent, String key) {
        return mapping(Objects.requireNonNull(parent.get(key)));
    }

    @SuppressWarnings("unchecked") // Everything below was put there by this class.
    private static SortedMap<String, Object> mapping(Object value) {
        return (SortedMap<String, Object>) value;
    }

    private static List<?> list(SortedMap<String, Object> parent, String key) {
        return (List<?>) Objects.requireNonNull(parent.get(key));
    }

    private static SortedMap<String, Object> value(Field field) {
        SortedMap<String, Object> schema = shape(field.kind());
        if (field.key().equals("ticker")) {
            schema.put("pattern", "^[A-Z0-9][A-Z0-9.-]{0,15}$");
        }
        schema.put("description", field.sentence().replace("`", ""));
        String standard = field.standard();
        if (standard != null) {
            schema.put("default", typed(field.kind(), standard));
        }
        return schema;
    }

    private static Object typed(FieldKind kind, String standard) {
        return switch (kind) {
            case FieldKind.Flag _ -> Boolean.valueOf(standard);
            case FieldKind.Whole _,
                    FieldKind.Fraction _,
                    FieldKind.Shares _,
                    FieldKind.ContractNumber _,
                    FieldKind.Amount _ ->
                    new Literal(standard);
            case FieldKind.Word _,
                    FieldKind.Choice _,
                    FieldKind.Span _,
                    FieldKind.Spans _,
                    FieldKind.Distance _,
                    FieldKind.TimeOfDay _,
                    FieldKind.Words _ ->
                    standard;
        };
    }

    /** A number as it is written. */
    private record Literal(String text) {}

    private static SortedMap<String, Object> shape(FieldKind kind) {
        return switch (kind) {
            case FieldKind.Word _ -> type("string");
            case FieldKind.Choice choice -> choice(choice.words());
            case FieldKind.Flag _ -> type("boolean");
            case FieldKind.Whole(int lowest, int highest) -> {
                SortedMap<String, Object> whole = type("integer");
                whole.put("minimum", lowest);
                whole.put("maximum", highest);
                yield whole;
            }
            case FieldKind.Fraction(int lowest, int highest) -> {
                SortedMap<String, Object> part = type("number");
                part.put("minimum", new Literal(FieldText.fraction(lowest)));
                part.put("maximum", new Literal(FieldText.fraction(highest)));
                yield anyOf(part, pattern("^[0-9]+(\\.[0-9]+)?%$"));
            }
            case FieldKind.Span _ -> pattern("^([0-9]{1,9}(ms|s|m|h)|P.+)$");
            case FieldKind.Spans spans ->
                    choice(spans.lengths().stream().map(FieldText::duration).toList());
            case FieldKind.Shares _, FieldKind.Amount _ -> aboveZero();
            case FieldKind.ContractNumber _ -> {
                SortedMap<String, Object> number = type("integer");
                number.put("minimum", 1);
                yield number;
            }
            case FieldKind.Distance _ -> anyOf(aboveZero(), pattern("^[0-9]+(\\.[0-9]+)?%$"));
            case FieldKind.TimeOfDay _ ->
                    pattern("^[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?( +[A-Za-z].*)?$");
            case FieldKind.Words _ -> {
                SortedMap<String, Object> several = type("array");
                several.put("items", type("string"));
                yield anyOf(type("string"), several);
            }
        };
    }

    private static SortedMap<String, Object> type(String name) {
        SortedMap<String, Object> schema = new TreeMap<>();
        schema.put("type", name);
        return schema;
    }

    private static SortedMap<String, Object> choice(List<String> words) {
        SortedMap<String, Object> schema = new TreeMap<>();
        schema.put("enum", words);
        return schema;
    }

    private static SortedMap<String, Object> constant(String word) {
        return choice(List.of(word));
    }

    private static SortedMap<String, Object> pattern(String expression) {
        SortedMap<String, Object> schema = type("string");
        schema.put("pattern", expression);
        return schema;
    }

    private static SortedMap<String, Object> aboveZero() {
        SortedMap<String, Object> schema = type("number");
        schema.put("exclusiveMinimum", 0);
        return schema;
    }

    private static SortedMap<String, Object> anyOf(Object one, Object other) {
        SortedMap<String, Object> schema = new TreeMap<>();
        schema.put("anyOf", List.of(one, other));
        return schema;
    }

    private static void write(Object value, int depth, StringBuilder text) {
        switch (value) {
            case SortedMap<?, ?> map -> {
                List<String> lines = new ArrayList<>();
                map.forEach((key, item) -> {
                    StringBuilder line = new StringBuilder(quoted(String.valueOf(key)) + ": ");
                    write(item, depth + 1, line);
                    lines.add(line.toString());
                });
                block("{}", lines, depth, text);
            }
            case List<?> list -> {
                List<String> lines = new ArrayList<>();
                for (Object item : list) {
                    StringBuilder line = new StringBuilder();
                    write(item, depth + 1, line);
                    lines.add(line.toString());
                }
                block("[]", lines, depth, text);
            }
            case String word -> text.append(quoted(word));
            case Literal literal -> text.append(literal.text());
            default -> text.append(value);
        }
    }

    private static void block(String brackets, List<String> lines, int depth, StringBuilder text) {
        String indent = "  ".repeat(depth + 1);
        text.append(brackets.charAt(0));
        if (!lines.isEmpty()) {
            text.append('\n').append(indent).append(String.join(",\n" + indent, lines));
            text.append('\n').append("  ".repeat(depth));
        }
        text.append(brackets.charAt(1));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
