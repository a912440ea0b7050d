/**
 * What every service does alike: carry inputs to an engine and do what it asks.
 *
 * <p>Start with {@link dev.monger.shell.ServiceShell}, which puts the parts together, and {@link
 * dev.monger.shell.TradingLoop}, the one thread that owns the engine, the socket and the journal.
 * Kafka, HTTP and inference live on threads of their own and only ever put things into the {@link
 * dev.monger.shell.Inbox}. What the engine asks to publish leaves through the {@link
 * dev.monger.shell.Outbox}, from the journal, in order, once.
 *
 * <p>Nothing is decided here. No input reaches the engine without being journaled before anything
 * it caused leaves the process.
 */
@NullMarked
package dev.monger.shell;

import org.jspecify.annotations.NullMarked;
