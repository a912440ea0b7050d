/**
 * Between the records of the topics and the words of the core.
 *
 * <p>Pure functions and small counters: nothing here decides, and nothing here knows of a broker, a
 * registry or a socket. A record that cannot be understood is a value with its reason.
 */
@NullMarked
package dev.monger.engine.avro;

import org.jspecify.annotations.NullMarked;
