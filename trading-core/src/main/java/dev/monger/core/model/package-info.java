/**
 * The words every decision is made of: money, prices, quantities, ids, and the {@link
 * dev.monger.core.model.Assignment} with its groups, where a reader starts.
 *
 * <p>Immutable values only. Amounts are fixed-point, one {@code long} in units of 1e-8; no binary
 * floating point enters here. Nothing in this package knows of a wire, a topic or a clock.
 */
@NullMarked
package dev.monger.core.model;

import org.jspecify.annotations.NullMarked;
