package dev.monger.core.monger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map with one order: that of its keys.
 *
 * @param <K> the key
 * @param <V> the value
 */
public final class Table<K extends Comparable<K>, V> {

    private final SortedMap<K, V> entries;

    /** Made when first asked for: the rules look at all rows many times in each step. */
    private @Nullable List<V> values;

    private Table(SortedMap<K, V> entries) {
        this.entries = entries;
    }

    /** Returns one without rows. */
    public static <K extends Comparable<K>, V> Table<K, V> empty() {
        return new Table<K, V>(new TreeMap<K, V>());
    }

    /** Returns the table with this row added or replaced. */
    public Table<K, V> with(K key, V value) {
        TreeMap<K, V> copy = new TreeMap<>(entries);
        copy.put(key, value);
        return new Table<>(copy);
    }

    /** Returns the table without this row. */
    public Table<K, V> without(K key) {
        if (!entries.containsKey(key)) {
            return this;
        }
        TreeMap<K, V> copy = new TreeMap<>(entries);
        copy.remove(key);
        return new Table<>(copy);
    }

    /** Returns the table with only the rows whose value is kept. */
    public Table<K, V> keeping(Predicate<V> kept) {
        for (V value : values()) {
            if (!kept.test(value)) {
                TreeMap<K, V> copy = new TreeMap<>(entries);
                copy.values().removeIf(kept.negate());
                return new Table<>(copy);
            }
        }
        return this;
    }

    /** Returns the row's value, or null. */
    public @Nullable V get(K key) {
        return entries.get(key);
    }

    /** Tells whether there is such a row. */
    public boolean has(K key) {
        return entries.containsKey(key);
    }

    /** Returns the keys in their order. */
    public List<K> keys() {
        return List.copyOf(entries.keySet());
    }

    /** Returns the values in the order of their keys; the list cannot be changed. */
    public List<V> values() {
        List<V> made = values;
        if (made == null) {
            made = Collections.unmodifiableList(new ArrayList<>(entries.values()));
            values = made;
        }
        return made;
    }

    /** Returns how many rows there are. */
    public int size() {
        return entries.size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Table<?, ?> table && entries.equals(table.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
