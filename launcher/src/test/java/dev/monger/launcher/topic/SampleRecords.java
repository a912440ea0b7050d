package dev.monger.launcher.topic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Records as bytes, with and without the number of their schema. */
public final class SampleRecords {

    private SampleRecords() {}

    public static <T extends SpecificRecord> byte[] body(T record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new SpecificDatumWriter<T>(record.getSchema()).write(record, encoder);
            encoder.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public static byte[] framed(int schemaId, SpecificRecord record) {
        byte[] body = body(record);
        return ByteBuffer.allocate(5 + body.length)
                .put((byte) 0)
                .putInt(schemaId)
                .put(body)
                .array();
    }

    public static ObjectNode plainJson(SpecificRecord record, Schema schema) {
        try {
            GenericRecord read =
                    new GenericDatumReader<GenericRecord>(schema)
                            .read(null, DecoderFactory.get().binaryDecoder(body(record), null));
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            schema.getFields()
                    .forEach(f ->
                            json.set(f.name(), RecordDecoder.json(read.get(f.pos()), f.schema())));
            return json;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
