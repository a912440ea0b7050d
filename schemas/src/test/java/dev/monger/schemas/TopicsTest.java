package dev.monger.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {

    static List<Topic> topics() {
        return Topics.all();
    }

    static List<Schema> enums() {
        Set<String> seen = new TreeSet<>();
        List<Schema> found = new ArrayList<>();
        for (Topic topic : Topics.all()) {
            for (Schema.Field field : topic.valueSchema().getFields()) {
                for (Schema schema : alternatives(field.schema())) {
                    if (schema.getType() == Schema.Type.ENUM && seen.add(schema.getFullName())) {
                        found.add(schema);
                    }
                }
            }
        }
        return found;
    }

    private static List<Schema> alternatives(Schema schema) {
        return schema.isUnion() ? schema.getTypes() : List.of(schema);
    }

    @Test
    void shouldListTheTopicsOfTheArchitecture() {
        assertThat(Topics.all())
                .extracting(Topic::name)
                .containsExactly(
                        "fleet.assignments",
                        "fleet.leases",
                        "fleet.commands",
                        "fleet.command-results",
                        "fleet.status",
                        "trading.signals",
                        "trading.predictions",
                        "trading.orders",
                        "trading.fills",
                        "trading.positions",
                        "trading.journal",
                        "account.manual-orders",
                        "account.pnl",
                        "account.positions",
                        "account.risk");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldCarryTheCommonFields(Topic topic) {
        Schema schema = topic.valueSchema();
        assertThat(schema.getFields().subList(0, 4))
                .extracting(Schema.Field::name)
                .containsExactly("sequence", "occurredAt", "recordedAt", "leaseEpoch");
        assertThat(schema.getField("sequence").schema().getType()).isEqualTo(Schema.Type.LONG);
        assertThat(schema.getField("leaseEpoch").schema().getType()).isEqualTo(Schema.Type.LONG);
        assertThat(schema.getField("occurredAt").schema().getLogicalType().getName())
                .isEqualTo("timestamp-micros");
        assertThat(schema.getField("recordedAt").schema().getLogicalType().getName())
                .isEqualTo("timestamp-micros");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldSayWhatEachRecordAndFieldMeans(Topic topic) {
        assertThat(topic.valueSchema().getDoc()).isNotBlank();
        assertThat(topic.valueSchema().getFields())
                .allSatisfy(f -> assertThat(f.doc()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("enums")
    void shouldHaveUnknownAsFirstSymbolAndDefault(Schema schema) {
        assertThat(schema.getEnumSymbols().getFirst()).isEqualTo("UNKNOWN");
        assertThat(schema.getEnumDefault()).isEqualTo("UNKNOWN");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldKeepDecimalsExact(Topic topic) {
        for (Schema.Field field : topic.valueSchema().getFields()) {
            for (Schema schema : alternatives(field.schema())) {
                assertThat(schema.getType())
                        .as(field.name())
                        .isNotIn(Schema.Type.DOUBLE, Schema.Type.FLOAT);
                if (schema.getLogicalType() instanceof org.apache.avro.LogicalTypes.Decimal d) {
                    assertThat(List.of(d.getPrecision(), d.getScale())).containsExactly(20, 8);
                }
            }
        }
    }

    @Test
    void shouldKeepCommandsInOneTotalOrder() {
        assertThat(Topics.COMMANDS.partitions()).isEqualTo(1);
    }

    @Test
    void shouldTurnRetentionIntoSettings() {
        assertThat(Topics.STATUS.settings()).containsEntry("cleanup.policy", "compact");
        assertThat(Topics.ORDERS.settings())
                .containsEntry("retention.ms", Long.toString(90L * 24 * 3600 * 1000));
        assertThat(Topics.FILLS.settings()).containsEntry("retention.ms", "-1");
    }

    @Test
    void shouldHoldAllButTheJournalToFullCompatibility() {
        assertThat(Topics.all())
                .filteredOn(topic -> !topic.compatibility().equals("FULL"))
                .containsExactly(Topics.JOURNAL);
    }

    @Test
    void shouldFindATopicByName() {
        assertThat(Topics.named("trading.fills")).contains(Topics.FILLS);
        assertThat(Topics.named("trading.nothing")).isEmpty();
    }

    @Test
    void shouldBeReadableWithAnUnknownSymbolByAnOlderReader() {
        Schema writer = CommandKind.getClassSchema();
        Schema older = new Schema.Parser().parse(writer.toString().replace(",\"RESET\"", ""));
        assertThat(older.getEnumSymbols()).doesNotContain("RESET");
        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(older, writer).getType())
                .isEqualTo(SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE);
    }

    @Test
    void shouldBeReadByAGenericReaderWithTheSchemaAlone() throws IOException {
        // Given
        FleetCommand command =
                FleetCommand.newBuilder()
                        .setSequence(7)
                        .setOccurredAt(Instant.parse("2026-11-24T14:30:00.123456Z"))
                        .setRecordedAt(Instant.parse("2026-11-24T14:30:00.2Z"))
                        .setLeaseEpoch(3)
                        .setId("c-1")
                        .setTicker(Topics.ALL_TICKERS)
                        .setKind(CommandKind.FLATTEN)
                        .setIssuer("operator")
                        .setReason("end of day")
                        .setIssuedAt(Instant.parse("2026-11-24T14:30:00Z"))
                        .setDeadline(Instant.parse("2026-11-24T14:31:00Z"))
                        .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<>(FleetCommand.class).write(command, encoder);
        encoder.flush();

        // When
        GenericRecord read =
                new GenericDatumReader<GenericRecord>(Topics.COMMANDS.valueSchema())
                        .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));

        // Then
        assertThat(read.get("ticker").toString()).isEqualTo("*");
        assertThat(read.get("kind").toString()).isEqualTo("FLATTEN");
        assertThat(read.get("breach")).isNull();
    }

    @Test
    void shouldCarryDecimalsAsBigDecimal() throws IOException {
        // Given
        AccountPosition position =
                AccountPosition.newBuilder()
                        .setSequence(1)
                        .setOccurredAt(Instant.EPOCH)
                        .setRecordedAt(Instant.EPOCH)
                        .setLeaseEpoch(0)
                        .setAccount("DU1")
                        .setConId(756733)
                        .setSymbol("SPY")
                        .setSecurityType("STK")
                        .setCurrency("USD")
                        .setPosition(new BigDecimal("-100.00000000"))
                        .setAverageCost(new BigDecimal("168.12345678"))
                        .build();

        // When
        AccountPosition read = AccountPosition.fromByteBuffer(position.toByteBuffer());

        // Then
        assertThat(read.getAverageCost()).isEqualByComparingTo("168.12345678");
        assertThat(read.getPosition()).isEqualByComparingTo("-100");
    }
}
