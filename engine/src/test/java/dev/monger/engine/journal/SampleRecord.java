package dev.monger.engine.journal;

import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** A record as Avro's compiler would make it, with every type that the catalogue uses. */
@SuppressWarnings({"checkstyle:ConstantName", "MemberName"})
public final class SampleRecord extends SpecificRecordBase {

    private static final long serialVersionUID = 1L;

    public static final Schema SCHEMA$ =
            new Schema.Parser()
                    .parse(
                            """
                            {"type":"record","name":"SampleRecord","namespace":"dev.monger.engine.journal","fields":[
                             {"name":"sequence","type":"long"},
                             {"name":"occurredAt","type":{"type":"long","logicalType":"timestamp-micros"}},
                             {"name":"price","type":{"type":"bytes","logicalType":"decimal","precision":20,"scale":8}},
                             {"name":"stop","type":["null",{"type":"bytes","logicalType":"decimal","precision":20,"scale":8}],"default":null},
                             {"name":"side","type":{"type":"enum","name":"SampleSide","symbols":["UNKNOWN","BUY","SELL"],"default":"UNKNOWN"}},
                             {"name":"note","type":["null","string"],"default":null},
                             {"name":"labels","type":{"type":"map","values":"string"}},
                             {"name":"numbers","type":{"type":"array","items":"int"}},
                             {"name":"open","type":"boolean"},
                             {"name":"raw","type":"bytes"},
                             {"name":"next","type":["null","SampleRecord"],"default":null}
                            ]}
                            """);

    private final transient @Nullable Object[] values = new Object[SCHEMA$.getFields().size()];

    @Override
    public Schema getSchema() {
        return SCHEMA$;
    }

    @Override
    public @Nullable Object get(int field) {
        return values[field];
    }

    @Override
    public void put(int field, @Nullable Object value) {
        values[field] = value;
    }

    SampleRecord with(String field, @Nullable Object value) {
        values[SCHEMA$.getField(field).pos()] = value;
        return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SampleRecord that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
