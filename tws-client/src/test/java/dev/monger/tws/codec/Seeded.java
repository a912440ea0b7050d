package dev.monger.tws.codec;

import dev.monger.tws.message.Decimals;
import dev.monger.tws.session.Chance;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes messages up, with values for every component; a seed means the same for ever. */
final class Seeded {

    /** Some lie beyond ASCII: one byte of Latin 1, and three of UTF-8. */
    private static final String LETTERS = "abcXYZ019_:/.;=é中";

    private final Chance chance;

    Seeded(long seed) {
        chance = new Chance(seed);
    }

    long next() {
        return chance.next();
    }

    int below(int bound) {
        return chance.below(bound);
    }

    /** Every record that is a leaf of a sealed interface. */
    static List<Class<?>> leaves(Class<?> sealed) {
        if (!sealed.isSealed()) {
            return List.of(sealed);
        }
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(permitted -> leaves(permitted).stream())
                .toList();
    }

    /** A record with values made up for all its components. */
    Record record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int index = 0; index < components.length; index++) {
            values[index] = value(components[index].getGenericType(), components[index].getName());
        }
        try {
            Constructor<?> constructor =
                    type.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return (Record) constructor.newInstance(values);
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException failed) {
            throw new LinkageError(type.toString(), failed);
        }
    }

    private Object value(Type type, String name) {
        if (type == int.class || type == Integer.class) {
            return number();
        } else if (type == long.class) {
            return name.endsWith("E8") ? decimal() : Math.abs(next() >> below(60));
        } else if (type == Long.class) {
            return decimal();
        } else if (type == boolean.class) {
            return below(2) == 0;
        } else if (type == String.class) {
            return text(name);
        } else if (type instanceof ParameterizedType list) {
            List<Object> items = new ArrayList<>();
            for (int count = below(4); count > 0; count--) {
                items.add(value(list.getActualTypeArguments()[0], name));
            }
            return items;
        }
        List<Class<?>> leaves = leaves((Class<?>) type);
        return record(leaves.get(below(leaves.size())));
    }

    private int number() {
        return below(8) == 0 ? Integer.MAX_VALUE : below(1 << 20) - 1000;
    }

    private long decimal() {
        return switch (below(8)) {
            case 0 -> Decimals.UNSET;
            case 1 -> 0;
            case 3 -> Decimals.ofWhole(below(100_000));
            case 2 -> -Math.abs(next() >> (1 + below(60)));
            default -> Math.abs(next() >> (1 + below(60)));
        };
    }

    private String text(String name) {
        if (name.equals("accounts")) {
            return "DU" + below(1000);
        } else if (name.equals("orderType")) {
            return List.of("LMT", "PEG BENCH", "PEG BEST", "PEG MID", "TRAIL").get(below(5));
        } else if (name.equals("secType")) {
            return List.of("STK", "BAG", "FUND", "OPT").get(below(4));
        } else if (name.equals("exchange")) {
            return List.of("SMART", "IBKRATS").get(below(2));
        }
        StringBuilder text = new StringBuilder();
        for (int length = below(6); length > 0; length--) {
            text.append(LETTERS.charAt(below(LETTERS.length())));
        }
        return text.toString();
    }
}
