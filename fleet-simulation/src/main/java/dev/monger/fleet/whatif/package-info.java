/**
 * What would have been: a recorded journal's market and predictions, traded again by the shipped
 * engines against the simulated broker, with the assignment of then and with another.
 *
 * <p>{@link dev.monger.fleet.whatif.Recording} takes the market out of a journal, {@link
 * dev.monger.fleet.whatif.WhatIf} trades it. What the broker answered then cannot be used again for
 * orders that were never sent, so both sides are simulated and only then compared.
 */
@NullMarked
package dev.monger.fleet.whatif;

import org.jspecify.annotations.NullMarked;
