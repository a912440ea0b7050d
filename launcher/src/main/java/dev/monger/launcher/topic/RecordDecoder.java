package dev.monger.launcher.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a record into JSON by the schema whose number they carry, knowing no class of
 * ours. Decimals become texts, so that no reader rounds them; times become ISO 8601 in UTC.
 */
public final class RecordDecoder {

    private static final int HEADER_BYTES = 5;

    private final RegistryClient registry;

    /** Decodes with the schemas of a registry. */
    public RecordDecoder(RegistryClient registry) {
        this.registry = registry;
    }

    /** Decodes one value; an IOException tells that it is not one of ours. */
    public ObjectNode decode(ByteBuffer value) throws IOException, InterruptedException {
        ByteBuffer buffer = value.duplicate();
        if (buffer.remaining() < HEADER_BYTES || buffer.get() != 0) {
            throw new IOException("no schema number in front of the record");
        }
        Schema schema = registry.schema(buffer.getInt());
        byte[] body = new byte[buffer.remaining()];
        buffer.get(body);
        var decoder = DecoderFactory.get().binaryDecoder(body, null);
        GenericData plain = new GenericData();
        GenericRecord record =
                new GenericDatumReader<GenericRecord>(schema, schema, plain).read(null, decoder);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Schema.Field field : schema.getFields()) {
            json.set(field.name(), json(record.get(field.pos()), field.schema()));
        }
        return json;
    }

    static JsonNode json(@Nullable Object value, Schema schema) {
        if (value == null) {
            return NullNode.getInstance();
        }
        if (schema.isUnion()) {
            return json(value, chosen(schema));
        }
        return switch (value) {
            case ByteBuffer bytes -> bytes(bytes, schema.getLogicalType());
            case Long number -> number(number, schema.getLogicalType());
            case Integer number -> IntNode.valueOf(number);
            case Boolean flag -> BooleanNode.valueOf(flag);
            case Collection<?> items -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                for (Object item : items) {
                    array.add(json(item, schema.getElementType()));
                }
                yield array;
            }
            default -> TextNode.valueOf(value.toString());
        };
    }

    /** Our unions are all of null and one other. */
    private static Schema chosen(Schema union) {
        for (Schema schema : union.getTypes()) {
            if (schema.getType() != Schema.Type.NULL) {
                return schema;
            }
        }
        return union.getTypes().getFirst();
    }

    private static JsonNode bytes(ByteBuffer bytes, @Nullable LogicalType type) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        if (type instanceof LogicalTypes.Decimal decimal) {
            BigDecimal exact = new BigDecimal(new BigInteger(copy), decimal.getScale());
            return TextNode.valueOf(
                    exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString());
        }
        return TextNode.valueOf(HexFormat.of().formatHex(copy));
    }

    private static JsonNode number(long number, @Nullable LogicalType type) {
        if (type instanceof LogicalTypes.TimestampMicros) {
            return TextNode.valueOf(Instant.EPOCH.plus(number, ChronoUnit.MICROS).toString());
        }
        return LongNode.valueOf(number);
    }
}
