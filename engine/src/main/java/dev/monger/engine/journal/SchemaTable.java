package dev.monger.engine.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;

/** The schemas noted in a segment, by the number the segment gives them. */
final class SchemaTable {

    private final Map<Schema, Integer> numbers = new LinkedHashMap<>();
    private final Map<Integer, Schema> schemas = new LinkedHashMap<>();

    boolean knows(Schema schema) {
        return numbers.containsKey(schema);
    }

    int numberOf(Schema schema) {
        Integer number = numbers.get(schema);
        if (number == null) {
            throw new IllegalStateException(
                    "Invariant: " + schema.getFullName() + " is noted before it is used");
        }
        return number;
    }

    Schema schemaOf(int number) {
        Schema schema = schemas.get(number);
        if (schema == null) {
            throw new MalformedJournalException("schema " + number + ", which was not noted");
        }
        return schema;
    }

    int note(Schema schema) {
        int number = schemas.size();
        note(number, schema);
        return number;
    }

    void note(int number, Schema schema) {
        numbers.put(schema, number);
        schemas.put(number, schema);
    }
}
