package dev.monger.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds fields by the key as it was written: asked for each field of each assignment read. */
final class FieldIndex {

    private final SortedMap<String, Field> plain = new TreeMap<>();
    private final List<Field> starred = new ArrayList<>();

    FieldIndex(List<Field> fields) {
        for (Field field : fields) {
            if (field.key().indexOf('*') < 0) {
                plain.put(field.key(), field);
            } else {
                starred.add(field);
            }
        }
    }

    Optional<Field> find(String written) {
        Field exact = plain.get(written);
        return exact != null
                ? Optional.of(exact)
                : starred.stream().filter(field -> field.names(written)).findFirst();
    }
}
