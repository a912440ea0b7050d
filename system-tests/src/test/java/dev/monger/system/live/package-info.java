/**
 * The whole stack as a user runs it: real processes, a real broker, a real registry.
 *
 * <p>{@link dev.monger.system.live.LiveStack} runs {@code monger up} on free ports and in a folder
 * of its own. What came of it is judged by the topics, read without any class of ours by {@link
 * dev.monger.system.live.Topic}, and by the simulator's own books. Nothing here may reach into a
 * process of the stack by other ways than a user's.
 */
@NullMarked
package dev.monger.system.live;

import org.jspecify.annotations.NullMarked;
