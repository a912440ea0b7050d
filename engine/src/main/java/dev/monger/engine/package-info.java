/**
 * The whole of a service but its input and output.
 *
 * <p>An {@link dev.monger.engine.Engine} is stepped by one owner with {@link
 * dev.monger.engine.EngineInput}s and answers each with {@link dev.monger.engine.EngineOutput}s in
 * the order in which the shell must carry them out. The same inputs give the same outputs, byte for
 * byte. No clock, random, thread, file or socket may enter here.
 */
@NullMarked
package dev.monger.engine;

import org.jspecify.annotations.NullMarked;
