package dev.monger.engine.journal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro's binary encoding into the generated classes, by the schema it was written with:
 * fields that this program no longer has are dropped, fields that the writer had not take their
 * default, unknown symbols become the enum's default.
 */
final class AvroReader {

    /** It remembers what it has found of each class, so one is enough. */
    private static final SpecificData OWN = new SpecificData(AvroReader.class.getClassLoader());

    private final SpecificData data;

    /** Reads into the classes that the loader knows. */
    AvroReader(ClassLoader loader) {
        data = loader.equals(AvroReader.class.getClassLoader()) ? OWN : new SpecificData(loader);
    }

    /** Returns the schema of this program's class of that name. */
    Schema ownSchemaOf(Schema writer) {
        Class<?> type = data.getClass(writer);
        if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
            throw new MalformedJournalException(
                    "a record of " + writer.getFullName() + ", which this program does not have");
        }
        return data.getSchema(type);
    }

    SpecificRecord readRecord(Schema writer, ByteSource source) {
        return (SpecificRecord) recordOf(writer, ownSchemaOf(writer), source);
    }

    private @Nullable Object read(Schema writer, @Nullable Schema reader, ByteSource source) {
        Schema target = branchFor(writer, reader);
        return switch (writer.getType()) {
            case RECORD ->
                    target == null ? skipOf(writer, source) : recordOf(writer, target, source);
            case UNION -> unionOf(writer, reader, source);
            case ARRAY -> arrayOf(writer, target, source);
            case MAP -> mapOf(writer, target, source);
            case ENUM -> symbolOf(writer, target, source);
            case STRING -> source.getString();
            case BYTES -> bytesOf(writer, source.getBytes());
            case FIXED -> new GenericData.Fixed(writer, source.getRaw(writer.getFixedSize()));
            case INT -> integerOf(target, source.getVariable());
            case LONG -> longOf(writer, source.getVariable());
            case FLOAT -> Float.intBitsToFloat(Integer.reverseBytes(source.getInt()));
            case DOUBLE -> Double.longBitsToDouble(Long.reverseBytes(source.getLong()));
            case BOOLEAN -> source.getByte() != 0;
            case NULL -> null;
        };
    }

    /** The part of the reader's schema that takes what the writer wrote; null when nothing does. */
    private static @Nullable Schema branchFor(Schema writer, @Nullable Schema reader) {
        if (reader == null || reader.getType() != Schema.Type.UNION) {
            return reader;
        }
        for (Schema branch : reader.getTypes()) {
            if (branch.getType() == writer.getType()
                    && (branch.getType() != Schema.Type.RECORD
                            || branch.getFullName().equals(writer.getFullName()))) {
                return branch;
            }
        }
        return null;
    }

    private @Nullable Object unionOf(Schema writer, @Nullable Schema reader, ByteSource source) {
        int branch = source.getSmall("a union's branch");
        if (branch >= writer.getTypes().size()) {
            throw new MalformedJournalException("branch " + branch + " of " + writer);
        }
        return read(writer.getTypes().get(branch), reader, source);
    }

    private @Nullable Object skipOf(Schema writer, ByteSource source) {
        for (Schema.Field field : writer.getFields()) {
            read(field.schema(), null, source);
        }
        return null;
    }

    private IndexedRecord recordOf(Schema writer, Schema reader, ByteSource source) {
        IndexedRecord record =
                (IndexedRecord) SpecificData.newInstance(data.getClass(reader), reader);
        for (Schema.Field field : reader.getFields()) {
            if (writer.getField(field.name()) == null) {
                record.put(field.pos(), defaultOf(field));
            }
        }
        for (Schema.Field field : writer.getFields()) {
            Schema.Field target = reader.getField(field.name());
            Object value = read(field.schema(), target == null ? null : target.schema(), source);
            if (target != null) {
                record.put(target.pos(), value);
            }
        }
        return record;
    }

    private @Nullable Object defaultOf(Schema.Field field) {
        if (!field.hasDefaultValue()) {
            throw new MalformedJournalException(
                    "no " + field.name() + ", which has no default in this program's schema");
        }
        return data.deepCopy(field.schema(), data.getDefaultValue(field));
    }

    private List<@Nullable Object> arrayOf(
            Schema writer, @Nullable Schema reader, ByteSource source) {
        Schema element = reader == null ? null : reader.getElementType();
        List<@Nullable Object> items = new ArrayList<>();
        for (long count = blockOf(source); count > 0; count = blockOf(source)) {
            for (long at = 0; at < count; at++) {
                items.add(read(writer.getElementType(), element, source));
            }
        }
        return items;
    }

    private Map<String, @Nullable Object> mapOf(
            Schema writer, @Nullable Schema reader, ByteSource source) {
        Schema value = reader == null ? null : reader.getValueType();
        Map<String, @Nullable Object> entries = new TreeMap<>();
        for (long count = blockOf(source); count > 0; count = blockOf(source)) {
            for (long at = 0; at < count; at++) {
                entries.put(source.getString(), read(writer.getValueType(), value, source));
            }
        }
        return entries;
    }

    /** Reads the count of a block, passing over the size that a negative count announces. */
    private static long blockOf(ByteSource source) {
        long count = source.getVariable();
        if (count < 0) {
            source.getVariable();
            return -count;
        }
        return count;
    }

    private @Nullable Object symbolOf(Schema writer, @Nullable Schema reader, ByteSource source) {
        int ordinal = source.getSmall("an enum's symbol");
        if (ordinal >= writer.getEnumSymbols().size()) {
            throw new MalformedJournalException("symbol " + ordinal + " of " + writer.getName());
        }
        if (reader == null) {
            return null;
        }
        String written = writer.getEnumSymbols().get(ordinal);
        String known = reader.hasEnumSymbol(written) ? written : reader.getEnumDefault();
        Class<?> type = data.getClass(reader);
        if (type != null && type.getEnumConstants() != null) {
            for (Object constant : type.getEnumConstants()) {
                if (constant.toString().equals(known)) {
                    return constant;
                }
            }
        }
        throw new MalformedJournalException("symbol " + written + " of " + reader.getFullName());
    }

    private static Object bytesOf(Schema schema, byte[] bytes) {
        return schema.getLogicalType() instanceof LogicalTypes.Decimal decimal
                ? new BigDecimal(new BigInteger(bytes), decimal.getScale())
                : ByteBuffer.wrap(bytes);
    }

    private static Object integerOf(@Nullable Schema reader, long value) {
        // An int widened to a long since is a legal change; boxing it as an Integer would not fit.
        if (reader != null && reader.getType() == Schema.Type.LONG) {
            return value;
        }
        return (int) value;
    }

    private static Object longOf(Schema schema, long value) {
        if (schema.getLogicalType() instanceof LogicalTypes.TimestampMicros) {
            return instantOf(value, 1_000_000);
        }
        if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            return instantOf(value, 1_000);
        }
        return value;
    }

    private static Instant instantOf(long units, long perSecond) {
        return Instant.ofEpochSecond(
                Math.floorDiv(units, perSecond),
                Math.floorMod(units, perSecond) * (1_000_000_000L / perSecond));
    }
}
