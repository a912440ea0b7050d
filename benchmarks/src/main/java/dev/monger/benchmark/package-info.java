/**
 * What runs the benchmarks and says what they found: each figure beside a floor measured next to
 * it.
 *
 * <p>Entry point: {@link dev.monger.benchmark.Benchmarks}. Nothing here passes or fails by time.
 */
@NullMarked
package dev.monger.benchmark;

import org.jspecify.annotations.NullMarked;
