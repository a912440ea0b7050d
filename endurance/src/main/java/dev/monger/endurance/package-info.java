/**
 * What takes too long for a build and is run for evidence: it can be stopped at any moment, goes on
 * where it was, and writes down what it found.
 *
 * <p>Entry point: {@link dev.monger.endurance.Endurance}. A new kind is a {@link
 * dev.monger.endurance.Trial} and a line in {@code Trials}; its state is a {@code Page}.
 */
@NullMarked
package dev.monger.endurance;

import org.jspecify.annotations.NullMarked;
