/**
 * One ticker's engine: session, translation, decisions, history and records, composed once.
 *
 * <p>{@link dev.monger.engine.monger.MongerEngine} ships, and the same object is simulated,
 * replayed and asked "what if". It is stepped by one owner and knows only the time it is given.
 */
@NullMarked
package dev.monger.engine.monger;

import org.jspecify.annotations.NullMarked;
