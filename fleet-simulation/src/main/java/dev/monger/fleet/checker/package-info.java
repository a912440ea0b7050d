/**
 * What must hold of the fleet at each step, judged by what the engines know and by the simulated
 * broker's exact books, and never by the rules that are judged.
 *
 * <p>One class per invariant of the architecture, ten of them; {@link
 * dev.monger.fleet.checker.Checkers} is where they are called from. {@link
 * dev.monger.fleet.checker.Sight} is the truth they look at. Nothing in here may change the world.
 */
@NullMarked
package dev.monger.fleet.checker;

import org.jspecify.annotations.NullMarked;
