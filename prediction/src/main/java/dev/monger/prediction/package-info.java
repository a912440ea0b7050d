/**
 * What a prediction source may look at, and what it may answer.
 *
 * <p>Features come from journaled inputs only, so that replay and training see what production saw.
 * A source never decides: confidence becomes an order, or not, in the trading core.
 *
 * <p>Start with {@link dev.monger.prediction.PredictionSource}; {@link
 * dev.monger.prediction.SourceSettings} makes sources from the operator's text. ta4j 0.18 does the
 * arithmetic of the indicators, in decimals; it reads no clock on the way. Prices never become
 * binary floating point here, and confidence is a whole number of millionths.
 */
@NullMarked
package dev.monger.prediction;

import org.jspecify.annotations.NullMarked;
