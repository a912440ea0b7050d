/**
 * The world the fleet lives in: one thread, one seed, virtual time.
 *
 * <p>The shipped engines stand in it unchanged; the world plays their shells, the topics between
 * them, the sockets and the broker. Nothing happens by itself: every happening is an entry in the
 * {@link dev.monger.fleet.world.Agenda}, and the order of entries is decided by time and, at one
 * time, by the order in which they were made.
 */
@NullMarked
package dev.monger.fleet.world;

import org.jspecify.annotations.NullMarked;
