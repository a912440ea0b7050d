package dev.monger.shell;

import dev.monger.schemas.Topic;
import dev.monger.schemas.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Values on topics: a zero, four bytes of the schema's id, the Avro body. */
final class Wire {

    private static final int FRAMING = 1 + Integer.BYTES;

    private final SchemaIds ids;

    Wire(SchemaIds ids) {
        this.ids = ids;
    }

    /** What bytes of a topic turned out to be. */
    sealed interface Decoded {

        /** A record. */
        record Value(SpecificRecord value) implements Decoded {}

        /** Not a record of the topic. */
        record Unreadable(String reason) implements Decoded {}
    }

    /** Encodes a record of a topic. */
    byte[] encode(String topic, SpecificRecord value) {
        Schema schema = value.getSchema();
        int id = ids.idOf(topic + "-value", schema);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        bytes.write(0);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
        try {
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            new SpecificDatumWriter<SpecificRecord>(schema, SpecificData.getForSchema(schema))
                    .write(value, encoder);
            encoder.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Decodes a value of a topic of the catalogue.
     *
     * @throws RegistryAwayException when its schema cannot be asked for now
     */
    Decoded decode(String topicName, byte[] bytes) {
        Optional<Topic> topic = Topics.named(topicName);
        if (topic.isEmpty()) {
            return new Decoded.Unreadable("the catalogue has no topic " + topicName);
        }
        if (bytes.length < FRAMING || bytes[0] != 0) {
            return new Decoded.Unreadable(
                    bytes.length + " bytes that do not begin with 0 and a schema's id");
        }
        int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        Schema reader = topic.get().valueSchema();
        try {
            Optional<Schema> writer = ids.schemaOf(id);
            if (writer.isEmpty()) {
                return new Decoded.Unreadable(
                        "schema " + id + ", which the registry does not have");
            }
            SpecificDatumReader<SpecificRecord> datum =
                    new SpecificDatumReader<>(
                            writer.get(), reader, SpecificData.getForSchema(reader));
            return new Decoded.Value(
                    datum.read(
                            null,
                            DecoderFactory.get()
                                    .binaryDecoder(bytes, FRAMING, bytes.length - FRAMING, null)));
        } catch (RegistryAwayException away) {
            throw away;
        } catch (IOException
                | AvroRuntimeException
                | ClassCastException
                | IndexOutOfBoundsException
                | ArithmeticException
                | DateTimeException
                | IllegalArgumentException
                | NegativeArraySizeException
                | UnsupportedOperationException malformed) {
            return new Decoded.Unreadable("no " + reader.getName() + ": " + malformed);
        }
    }
}
