/**
 * What a prediction source may look at, and what it may answer.
 *
 * <p>Features come from journaled inputs only, so that replay and training see what production saw.
 * A source never decides: confidence becomes an order, or not, in the trading core.
 */
@NullMarked
package dev.monger.prediction;

import org.jspecify.annotations.NullMarked;
