package dev.monger.engine.avro;

import dev.monger.core.monger.MongerEvent;
import java.util.List;

/** What a record from a topic means to one monger. */
public sealed interface Heard {

    /** These events, in order; none when the record is about somebody else. */
    record Events(List<MongerEvent> events) implements Heard {}

    /** Nobody can act on the record: what it is, where, and what would be right. */
    record Malformed(String reason) implements Heard {}
}
