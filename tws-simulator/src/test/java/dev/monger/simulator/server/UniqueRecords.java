package dev.monger.simulator.server;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/** Makes records whose fields all differ, so that no two of them can be taken for each other. */
final class UniqueRecords {
    private static final long QUARTER_E8 = 25_000_000L;
    private static final long ONE_E8 = 100_000_000L;

    /** Texts that are read as something else than a text. */
    private static final List<String> SHAPED =
            List.of("multiplier", "right", "yieldRedemptionDate");

    private int number;

    /** A record of a type, its fields filled; lists have one element of each kind there is. */
    <R> R make(Class<R> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] =
                        SHAPED.contains(components[i].getName())
                                ? shaped(components[i].getName())
                                : value(components[i].getGenericType());
            }
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot make a " + type, e);
        }
    }

    private String shaped(String name) {
        number++;
        return name.equals("right") ? "C" : Integer.toString(20_000_000 + number);
    }

    private Object value(Type type) {
        number++;
        if (type instanceof ParameterizedType list) {
            return elements((Class<?>) list.getActualTypeArguments()[0]);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == int.class || plain == Integer.class) {
            return 1000 + number;
        }
        if (plain == long.class || plain == Long.class) {
            return (1000 + number) * ONE_E8 + QUARTER_E8;
        }
        if (plain == boolean.class) {
            return true;
        }
        if (plain == String.class) {
            return "text" + number;
        }
        return make(plain);
    }

    private List<Object> elements(Class<?> type) {
        List<Object> elements = new ArrayList<>();
        if (type.isSealed()) {
            for (Class<?> leaf : type.getPermittedSubclasses()) {
                elements.add(make(leaf));
            }
        } else {
            elements.add(value(type));
        }
        return elements;
    }
}
