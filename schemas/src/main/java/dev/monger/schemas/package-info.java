/**
 * The words the services say to each other: one Avro record per topic, generated from {@code
 * src/main/avro}, and {@link dev.monger.schemas.Topics}, the catalogue of topics as plain data.
 *
 * <p>Every record carries {@code sequence}, {@code occurredAt}, {@code recordedAt} and {@code
 * leaseEpoch}; every enum has a symbol and default {@code UNKNOWN}, so that an old reader survives
 * a new symbol. Decimals are exact, in units of 1e-8; times are instants of microseconds.
 *
 * <p>No behaviour may enter: no decision, no client of Kafka, no I/O.
 */
@NullMarked
package dev.monger.schemas;

import org.jspecify.annotations.NullMarked;
