package dev.monger.manager.process;

import org.jspecify.annotations.Nullable;

/**
 * A running monger.
 *
 * @param pid its process id
 * @param startedAtMillis when it was started, by wall time
 * @param httpPort its own, null until it has told it
 */
public record Child(long pid, long startedAtMillis, @Nullable Integer httpPort) {}
