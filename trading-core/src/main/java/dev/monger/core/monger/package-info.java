/**
 * Every decision of one monger: what it may send, and what it makes of what it is told.
 *
 * <p>Enter at {@link dev.monger.core.monger.MongerMachine}: one {@link
 * dev.monger.core.monger.MongerEvent} in, the next state and the {@link
 * dev.monger.core.monger.MongerCommand}s out. The same events at the same times give the same
 * commands. Entries pass every {@link dev.monger.core.monger.EntryGate}; exits never carry the
 * position through zero; what is not proven is UNKNOWN. No wire, topic, clock, thread or random may
 * enter here.
 */
@NullMarked
package dev.monger.core.monger;

import org.jspecify.annotations.NullMarked;
