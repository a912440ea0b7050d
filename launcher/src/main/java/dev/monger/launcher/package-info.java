/**
 * The {@code monger} command: {@code up} runs the whole stack on one machine, the other commands
 * look into a running one and tell it what to do.
 *
 * <p>Entry point: {@link dev.monger.launcher.Monger}. Commands parse, print and choose exit codes;
 * what they do stands in {@code stack} and {@code topic}.
 */
@NullMarked
package dev.monger.launcher;

import org.jspecify.annotations.NullMarked;
