/**
 * The codec beside its floors: finding where the fields of the same bytes end, and copying the same
 * frame.
 */
@NullMarked
package dev.monger.benchmark.codec;

import org.jspecify.annotations.NullMarked;
