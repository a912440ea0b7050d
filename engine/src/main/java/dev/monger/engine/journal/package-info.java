/**
 * The journal's format: every input of an engine as bytes and back, a hash of what each step asked
 * for, and the comparison of a journal with a fresh engine.
 *
 * <p>Start with {@link dev.monger.engine.journal.SegmentWriter} and {@link
 * dev.monger.engine.journal.SegmentReader}. A segment is a header and a row of frames. A frame is
 * its length, a check of the length, a check of the body, and the body; so a flipped bit is found
 * before its consequences are. Avro records are written in Avro's binary encoding with the schema
 * they were made with, which is noted once per segment: a journal can be read by later programs
 * without a registry. All numbers are big-endian.
 *
 * <p>Damage is never an exception: see {@link dev.monger.engine.journal.Decoded}. No file enters
 * here; the shell owns those.
 */
@NullMarked
package dev.monger.engine.journal;

import org.jspecify.annotations.NullMarked;
