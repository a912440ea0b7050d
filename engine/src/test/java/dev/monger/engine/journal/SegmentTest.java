package dev.monger.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.engine.EngineInput;
import dev.monger.engine.Now;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, 2_013_100_7})
    void shouldReadWhatWasWritten(long seed) {
        // Given
        List<JournalRecord> written = new Inputs(seed).records(20 * Inputs.KINDS);

        // When
        List<JournalRecord> read = new ArrayList<>();
        Decoded end = Segments.readInto(read, Segments.of(written));

        // Then
        assertThat(end).isInstanceOf(Decoded.End.class);
        assertThat(read).usingRecursiveComparison().isEqualTo(written);
    }

    @Test
    void shouldMakeEveryKindOfInputInTheseTests() {
        // When
        List<String> made =
                new Inputs(5)
                        .records(Inputs.KINDS).stream()
                                .map(record -> record.input().getClass().getSimpleName())
                                .toList();

        // Then
        assertThat(made)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(EngineInput.class.getPermittedSubclasses())
                                .map(Class::getSimpleName)
                                .toList());
    }

    @Test
    void shouldWriteTheSameBytesForTheSameInputs() {
        // When
        byte[] first = Segments.of(new Inputs(7).records(50));
        byte[] second = Segments.of(new Inputs(7).records(50));

        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void shouldTellTheHeader() {
        // When
        SegmentReader reader = Segments.reader(Segments.of(List.of()));

        // Then
        assertThat(reader.header()).isEqualTo(Segments.HEADER);
    }

    @Test
    void shouldCallEveryCutATruncatedTailAndKeepWhatIsBefore() {
        // Given
        List<JournalRecord> written = new Inputs(11).records(12);
        byte[] segment = Segments.of(written);
        int header = Segments.of(List.of()).length;

        for (int cut = header; cut < segment.length; cut++) {
            // When
            List<JournalRecord> read = new ArrayList<>();
            Decoded end = Segments.readInto(read, Arrays.copyOf(segment, cut));

            // Then
            assertThat(end).isInstanceOfAny(Decoded.TruncatedTail.class, Decoded.End.class);
            assertThat(indexesOf(read)).isEqualTo(indexesOf(written.subList(0, read.size())));
            assertThat(read.size()).isLessThan(written.size());
        }
    }

    @Test
    void shouldCallAHeaderThatIsCutUnfinished() {
        // Given
        byte[] segment = Segments.of(List.of());

        for (int cut = 0; cut < segment.length; cut++) {
            // When
            SegmentReader.Opening opening = Segments.open(Arrays.copyOf(segment, cut));

            // Then
            assertThat(opening).isInstanceOf(SegmentReader.Opening.Unfinished.class);
        }
    }

    @Test
    void shouldNeverReadAFlippedBitAsARecord() {
        // Given
        List<JournalRecord> written = new Inputs(13).records(15);
        byte[] segment = Segments.of(written);
        int header = Segments.of(List.of()).length;
        int last = segment.length - frameLengthOfLast(written);

        for (int at = header; at < segment.length; at++) {
            byte[] flipped = segment.clone();
            flipped[at] ^= (byte) (1 << (at % 8));

            // When
            List<JournalRecord> read = new ArrayList<>();
            Decoded end = Segments.readInto(read, flipped);

            // Then
            assertThat(end)
                    .as("byte %d", at)
                    .isInstanceOfAny(
                            at < last
                                    ? new Class<?>[] {Decoded.Corrupt.class}
                                    : new Class<?>[] {
                                        Decoded.Corrupt.class, Decoded.TruncatedTail.class
                                    });
            assertThat(indexesOf(read)).isEqualTo(indexesOf(written.subList(0, read.size())));
        }
    }

    private static List<Long> indexesOf(List<JournalRecord> records) {
        return records.stream().map(JournalRecord::index).toList();
    }

    private static int frameLengthOfLast(List<JournalRecord> written) {
        return Segments.of(written).length
                - Segments.of(written.subList(0, written.size() - 1)).length;
    }

    @Test
    void shouldCallZerosAfterTheLastRecordATruncatedTail() {
        // Given
        byte[] segment = Segments.of(new Inputs(17).records(5));

        // When
        Decoded end =
                Segments.readInto(new ArrayList<>(), Arrays.copyOf(segment, segment.length + 4096));

        // Then
        assertThat(end).isEqualTo(new Decoded.TruncatedTail(segment.length, "4096 zeros"));
    }

    @Test
    void shouldRefuseASegmentOfAnotherFormat() {
        // Given
        byte[] segment = Segments.of(List.of());
        segment[11] = 9;

        // When
        SegmentReader.Opening opening = Segments.open(segment);

        // Then
        assertThat(opening)
                .isEqualTo(
                        new SegmentReader.Opening.Refused(
                                "its format is 9, this program reads format 1"));
    }

    @Test
    void shouldRefuseAFileThatIsNoJournal() {
        // When
        SegmentReader.Opening opening =
                Segments.open(
                        "a letter to a friend".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        // Then
        assertThat(opening)
                .isEqualTo(
                        new SegmentReader.Opening.Refused(
                                "it does not begin like a journal of Monger"));
    }

    @Test
    void shouldReadARecordOfAnOlderSchema() {
        // Given
        Schema older =
                SchemaBuilder.record("dev.monger.engine.journal.SampleRecord")
                        .fields()
                        .requiredLong("sequence")
                        .requiredString("since dropped".replace(' ', '_'))
                        .name("side")
                        .type(
                                SchemaBuilder.enumeration("SampleSide")
                                        .namespace("dev.monger.engine.journal")
                                        .symbols("HOLD", "SELL"))
                        .noDefault()
                        .endRecord();
        ByteSink sink = new ByteSink();
        sink.putVariable(77);
        sink.putString("gone");
        sink.putVariable(0);

        // When
        AvroReader reader = new AvroReader(SegmentTest.class.getClassLoader());
        Throwable refused =
                org.assertj.core.api.Assertions.catchThrowable(
                        () -> reader.readRecord(older, new ByteSource(sink.toBuffer())));

        // Then
        assertThat(refused)
                .isInstanceOf(MalformedJournalException.class)
                .hasMessageContaining("occurredAt");
    }

    @Test
    void shouldGiveAFieldThatTheWriterHadNotItsDefault() {
        // Given
        SampleRecord sample = new Inputs(19).sample(0);
        Schema older = withoutNullableFields();
        ByteSink sink = new ByteSink();
        AvroWriter.write(older, new Projection(older, sample), sink);

        // When
        SampleRecord read =
                (SampleRecord)
                        new AvroReader(SegmentTest.class.getClassLoader())
                                .readRecord(older, new ByteSource(sink.toBuffer()));

        // Then
        assertThat(read).isEqualTo(sample.with("stop", null).with("note", null).with("next", null));
    }

    private static Schema withoutNullableFields() {
        Schema older =
                Schema.createRecord("SampleRecord", null, "dev.monger.engine.journal", false);
        older.setFields(
                SampleRecord.SCHEMA$.getFields().stream()
                        .filter(field -> !field.schema().isNullable())
                        .map(field -> new Schema.Field(field, field.schema()))
                        .toList());
        return older;
    }

    @Test
    void shouldRefuseToSkipAnIndex() {
        // Given
        SegmentWriter writer = new SegmentWriter(Segments.HEADER);
        JournalRecord second =
                new JournalRecord(
                        1,
                        Origin.NONE,
                        new EngineInput.Woke(new Now(1, 2, 3)),
                        new StepOutcome.Taken(4));

        // When
        Throwable refused =
                org.assertj.core.api.Assertions.catchThrowable(() -> writer.encode(second));

        // Then
        assertThat(refused).hasMessage("Invariant: record 0 comes next, not 1");
    }

    @Test
    void shouldEncodeLikeAvro() throws java.io.IOException {
        // Given
        SampleRecord sample = new Inputs(23).sample(0);
        sample.with("labels", new java.util.TreeMap<>(java.util.Map.of("only", "one")));
        ByteSink sink = new ByteSink();

        // When
        AvroWriter.write(SampleRecord.SCHEMA$, sample, sink);

        // Then
        org.apache.avro.generic.GenericRecord generic =
                new org.apache.avro.generic.GenericDatumReader<
                                org.apache.avro.generic.GenericRecord>(SampleRecord.SCHEMA$)
                        .read(
                                null,
                                org.apache.avro.io.DecoderFactory.get()
                                        .binaryDecoder(bytesOf(sink.toBuffer()), null));
        assertThat(generic.get("sequence")).isEqualTo(sample.get(0));
        assertThat(generic.get("side")).hasToString(String.valueOf(sample.get(4)));
        java.io.ByteArrayOutputStream again = new java.io.ByteArrayOutputStream();
        org.apache.avro.io.BinaryEncoder encoder =
                org.apache.avro.io.EncoderFactory.get().binaryEncoder(again, null);
        new org.apache.avro.generic.GenericDatumWriter<org.apache.avro.generic.GenericRecord>(
                        SampleRecord.SCHEMA$)
                .write(generic, encoder);
        encoder.flush();
        assertThat(again.toByteArray()).isEqualTo(bytesOf(sink.toBuffer()));
    }

    private static byte[] bytesOf(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /** The fields of a record that another schema has. */
    private record Projection(Schema schema, SampleRecord sample)
            implements org.apache.avro.generic.IndexedRecord {

        @Override
        public Schema getSchema() {
            return schema;
        }

        @Override
        public @org.jspecify.annotations.Nullable Object get(int field) {
            return sample.get(
                    SampleRecord.SCHEMA$.getField(schema.getFields().get(field).name()).pos());
        }

        @Override
        public void put(int field, @org.jspecify.annotations.Nullable Object value) {
            throw new UnsupportedOperationException("read only");
        }
    }
}
