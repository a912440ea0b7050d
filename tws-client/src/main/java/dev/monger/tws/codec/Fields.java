package dev.monger.tws.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * One pass over the fields of a message in the order of the wire, reading or writing.
 *
 * <p>Each method is given the field's name, for errors, and the value to write; it returns the
 * value written or read. A reader ignores the given value.
 */
interface Fields {

    /** Tells whether the negotiated server version is at least this one. */
    boolean since(int version);

    /** A text. */
    String text(String name, String value);

    /** A text of TWS in which characters beyond ASCII are escaped from version 153. */
    String escapedText(String name, String value);

    /** A whole number; an empty field is 0. */
    int integer(String name, int value);

    /** A whole number that may be missing. */
    int integer(String name, int value, Unset unset);

    /** A long whole number; an empty field is 0. */
    long number(String name, long value);

    /** Yes or no; an empty field is no. */
    boolean flag(String name, boolean value);

    /** A decimal in units of 1e-8. */
    long decimal(String name, long value, DecimalForm form);

    /** The number of items that follow. */
    int count(String name, int size);

    /** A field of which the value says nothing: written as given, skipped when read. */
    void filler(String value);

    /** Tells that a field cannot be what it is; the message is malformed then. */
    void refuse(String name, String reason);

    /** Tells whether the message is already known to be malformed. */
    boolean isRefused();

    /** Items of one layout without a count before them. */
    default <T> List<T> items(int count, List<T> items, T blank, BiFunction<Fields, T, T> item) {
        List<T> walked = new ArrayList<>(Math.min(count, 64));
        for (int index = 0; index < count && !isRefused(); index++) {
            walked.add(item.apply(this, index < items.size() ? items.get(index) : blank));
        }
        return walked;
    }

    /** A count and as many items of one layout. */
    default <T> List<T> list(String name, List<T> items, T blank, BiFunction<Fields, T, T> item) {
        return items(count(name, items.size()), items, blank, item);
    }
}
