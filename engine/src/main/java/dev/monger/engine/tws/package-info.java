/**
 * Between the messages of the wire and the words of the core.
 *
 * <p>What TWS says becomes events, what the core commands becomes messages. Nothing here decides
 * and nothing here is lost: an order id is mapped to its reference, a code to what it is known to
 * mean, a text of time to nanoseconds. Codes that nobody knows are information, never the end of an
 * order.
 */
@NullMarked
package dev.monger.engine.tws;

import org.jspecify.annotations.NullMarked;
