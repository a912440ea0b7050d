import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Prints every fill as JSON, with nothing of Monger on the class path: Kafka's client, Avro and what they need.
 *
 * <p>{@code java -cp 'jars/*' ReadFills.java 127.0.0.1:39092 http://127.0.0.1:38081}
 */
public class ReadFills {

    private static final Map<Integer, Schema> SCHEMAS = new HashMap<>();

    public static void main(String[] arguments) throws Exception {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", arguments[0]);
        properties.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor("trading.fills").stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    System.out.println(fill(record.value(), arguments[1]));
                }
            }
        }
    }

    /** A zero byte, four bytes that name the schema, then the Avro body. */
    private static GenericRecord fill(byte[] value, String registry) throws Exception {
        int id = ByteBuffer.wrap(value).getInt(1);
        if (!SCHEMAS.containsKey(id)) {
            SCHEMAS.put(id, schema(id, registry));
        }
        return new GenericDatumReader<GenericRecord>(SCHEMAS.get(id))
                .read(null, DecoderFactory.get().binaryDecoder(value, 5, value.length - 5, null));
    }

    private static Schema schema(int id, String registry) throws Exception {
        URI uri = URI.create(registry + "/apis/ccompat/v7/schemas/ids/" + id + "/schema");
        var answer =
                HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        return new Schema.Parser().parse(answer.body());
    }
}
