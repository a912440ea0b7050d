/**
 * The local stack: its state folder, its processes, how they come up, are watched, and end.
 *
 * <p>Entry point: {@link dev.monger.launcher.stack.Stack}. Every process is one {@link
 * dev.monger.launcher.stack.Child}, with a file that names it in the state folder, so that what a
 * killed launcher leaves behind is recognised by the next. Nothing here decides about trading: the
 * fleet is asked to be flat through the manager, and its answer is what is reported.
 */
@NullMarked
package dev.monger.launcher.stack;

import org.jspecify.annotations.NullMarked;
