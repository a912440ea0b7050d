/**
 * Journals of a live run, stepped again: what a monger would ask for today, held against what it
 * asked for then.
 *
 * <p>Entry point: {@link dev.monger.launcher.journal.JournalReplay}. Nothing here writes.
 */
@NullMarked
package dev.monger.launcher.journal;

import org.jspecify.annotations.NullMarked;
