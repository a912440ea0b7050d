package dev.monger.engine.journal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Avro's binary encoding, made canonical: maps in the order of their keys, collections in one
 * block. Avro's own encoder needs streams and writes maps in the order of their hash.
 */
final class AvroWriter {

    private AvroWriter() {}

    static void write(Schema schema, @Nullable Object value, ByteSink sink) {
        switch (schema.getType()) {
            case RECORD -> writeRecord(schema, (IndexedRecord) required(schema, value), sink);
            case UNION -> writeUnion(schema, value, sink);
            case ARRAY -> writeArray(schema, (List<?>) required(schema, value), sink);
            case MAP -> writeMap(schema, (Map<?, ?>) required(schema, value), sink);
            case ENUM ->
                    sink.putVariable(schema.getEnumOrdinal(required(schema, value).toString()));
            case STRING -> sink.putString(required(schema, value).toString());
            case BYTES -> sink.putBytes(bytesOf(schema, required(schema, value)));
            case FIXED -> {
                byte[] bytes = ((GenericFixed) required(schema, value)).bytes();
                sink.putRaw(bytes, 0, bytes.length);
            }
            case INT, LONG -> sink.putVariable(integerOf(schema, required(schema, value)));
            case FLOAT ->
                    sink.putInt(
                            Integer.reverseBytes(
                                    Float.floatToIntBits((Float) required(schema, value))));
            case DOUBLE ->
                    sink.putLong(
                            Long.reverseBytes(
                                    Double.doubleToLongBits((Double) required(schema, value))));
            case BOOLEAN -> sink.putByte((Boolean) required(schema, value) ? 1 : 0);
            case NULL -> {}
        }
    }

    private static void writeRecord(Schema schema, IndexedRecord record, ByteSink sink) {
        for (Schema.Field field : schema.getFields()) {
            write(field.schema(), record.get(field.pos()), sink);
        }
    }

    private static void writeArray(Schema schema, List<?> items, ByteSink sink) {
        if (!items.isEmpty()) {
            sink.putVariable(items.size());
            for (Object item : items) {
                write(schema.getElementType(), item, sink);
            }
        }
        sink.putVariable(0);
    }

    private static void writeMap(Schema schema, Map<?, ?> entries, ByteSink sink) {
        TreeMap<String, Object> sorted = new TreeMap<>();
        entries.forEach((key, value) -> sorted.put(key.toString(), value));
        if (!sorted.isEmpty()) {
            sink.putVariable(sorted.size());
            sorted.forEach((key, value) -> {
                sink.putString(key);
                write(schema.getValueType(), value, sink);
            });
        }
        sink.putVariable(0);
    }

    private static void writeUnion(Schema schema, @Nullable Object value, ByteSink sink) {
        List<Schema> branches = schema.getTypes();
        for (int at = 0; at < branches.size(); at++) {
            if (fits(branches.get(at), value)) {
                sink.putVariable(at);
                write(branches.get(at), value, sink);
                return;
            }
        }
        throw new IllegalArgumentException(
                "Condition failed: a value of " + schema + ", not " + value);
    }

    private static boolean fits(Schema branch, @Nullable Object value) {
        return switch (branch.getType()) {
            case NULL -> value == null;
            case RECORD ->
                    value instanceof IndexedRecord record
                            && record.getSchema().getFullName().equals(branch.getFullName());
            case ENUM -> value != null && branch.hasEnumSymbol(value.toString());
            case ARRAY -> value instanceof List;
            case MAP -> value instanceof Map;
            case STRING -> value instanceof CharSequence;
            case BYTES -> value instanceof ByteBuffer || value instanceof BigDecimal;
            case FIXED -> value instanceof GenericFixed;
            case INT -> value instanceof Integer;
            case LONG -> value instanceof Long || value instanceof Instant;
            case FLOAT -> value instanceof Float;
            case DOUBLE -> value instanceof Double;
            case BOOLEAN -> value instanceof Boolean;
            case UNION -> false;
        };
    }

    private static byte[] bytesOf(Schema schema, Object value) {
        if (value instanceof BigDecimal decimal) {
            int scale = ((LogicalTypes.Decimal) logicalTypeOf(schema)).getScale();
            BigInteger unscaled = decimal.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
            return unscaled.toByteArray();
        }
        ByteBuffer buffer = ((ByteBuffer) value).duplicate();
        byte[] copy = new byte[buffer.remaining()];
        buffer.get(copy);
        return copy;
    }

    private static long integerOf(Schema schema, Object value) {
        if (value instanceof Instant instant) {
            long perSecond =
                    logicalTypeOf(schema) instanceof LogicalTypes.TimestampMillis
                            ? 1_000
                            : 1_000_000;
            return Math.addExact(
                    Math.multiplyExact(instant.getEpochSecond(), perSecond),
                    instant.getNano() / (1_000_000_000L / perSecond));
        }
        return ((Number) value).longValue();
    }

    private static LogicalType logicalTypeOf(Schema schema) {
        return Objects.requireNonNull(schema.getLogicalType(), "a logical type");
    }

    private static Object required(Schema schema, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "Condition failed: a value where " + schema.getName() + " needs one");
        }
        return value;
    }
}
