package dev.monger.system.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A program outside of the fleet that predicts, with nothing of ours but the registered schema. */
final class SignalSource implements AutoCloseable {

    private static final String TOPIC = "trading.signals";
    private static final int MICROS = 1_000_000;

    private final LiveStack stack;
    private final KafkaProducer<String, byte[]> producer;
    private final Schema schema;
    private final int schemaId;
    private long sequence;

    SignalSource(LiveStack stack) {
        this.stack = stack;
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        producer =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
        JsonNode latest =
                new Http()
                        .get(
                                stack.registry()
                                        + "/apis/ccompat/v7/subjects/"
                                        + TOPIC
                                        + "-value/versions/latest")
                        .body();
        schema = new Schema.Parser().parse(latest.path("schema").asText());
        schemaId = latest.path("id").asInt();
    }

    /** Says that a ticker will go up or down, at full confidence. */
    void send(String ticker, boolean up) {
        Instant now = Instant.now();
        long micros = now.getEpochSecond() * MICROS + now.getNano() / 1000;
        sequence++;
        Schema direction = schema.getField("direction").schema();
        GenericRecord signal =
                new GenericRecordBuilder(schema)
                        .set("sequence", sequence)
                        .set("occurredAt", micros)
                        .set("recordedAt", micros)
                        .set("leaseEpoch", 1L)
                        .set("ticker", ticker)
                        .set("source", "system-test")
                        .set("modelVersion", "1")
                        .set("direction", new GenericData.EnumSymbol(direction, up ? "UP" : "DOWN"))
                        .set("confidence", ByteBuffer.wrap(one()))
                        .set("horizonMillis", 60_000L)
                        .set("lastInputAt", micros)
                        .build();
        try {
            producer.send(new ProducerRecord<>(TOPIC, ticker, framed(signal))).get();
        } catch (ExecutionException refused) {
            throw new AssertionError("the signal was not taken", refused);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Signals until something has come about; a signal that a gate refused, for example because a
     * busy machine was late with the permit, is followed by another.
     */
    void sendUntil(String what, String ticker, boolean up, BooleanSupplier condition) {
        long before = decided(ticker);
        send(ticker, up);
        int[] sent = {1};
        stack.until(
                what,
                () -> {
                    boolean there = condition.getAsBoolean();
                    if (!there && decided(ticker) == before + sent[0] && lastWasRefused(ticker)) {
                        send(ticker, up);
                        sent[0]++;
                    }
                    return there;
                });
    }

    private long decided(String ticker) {
        return stack.records("trading.predictions").stream()
                .filter(record -> record.get("ticker").toString().equals(ticker))
                .count();
    }

    private boolean lastWasRefused(String ticker) {
        return stack.last("trading.predictions", ticker)
                .filter(record -> record.get("refusedBy") != null)
                .isPresent();
    }

    private byte[] one() {
        org.apache.avro.LogicalTypes.Decimal decimal =
                (org.apache.avro.LogicalTypes.Decimal)
                        schema.getField("confidence").schema().getLogicalType();
        return BigDecimal.ONE.setScale(decimal.getScale()).unscaledValue().toByteArray();
    }

    private byte[] framed(GenericRecord record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            out.write(ByteBuffer.allocate(5).put((byte) 0).putInt(schemaId).array());
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
            encoder.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        producer.close();
    }
}
