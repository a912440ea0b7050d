package dev.monger.engine.journal;

import dev.monger.engine.EngineInput;

/**
 * One input as the journal keeps it.
 *
 * @param index counts the inputs of a journal, over all its segments, from 0
 * @param origin where it was read from
 * @param input what the engine was given
 * @param outcome what came of it
 */
public record JournalRecord(long index, Origin origin, EngineInput input, StepOutcome outcome) {}
