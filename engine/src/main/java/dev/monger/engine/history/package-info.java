/**
 * The historical-data loop: bars kept without gaps, and found again when the broker lost some.
 *
 * <p>{@link dev.monger.engine.history.BarSeries} holds closed bars; {@link
 * dev.monger.engine.history.HistoryLoop} asks for them, notices silence and holes, and refills
 * within the broker's pacing rules. Both are mutable with one owner and know only the time given.
 */
@NullMarked
package dev.monger.engine.history;

import org.jspecify.annotations.NullMarked;
