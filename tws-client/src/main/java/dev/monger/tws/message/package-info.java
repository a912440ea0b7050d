/**
 * The messages of the TWS socket protocol as values, the same records for a client and for a
 * server.
 *
 * <p>Start at {@link dev.monger.tws.message.ClientMessage} (what a client says) and {@link
 * dev.monger.tws.message.ServerMessage} (what TWS says); their leaves are records grouped by
 * subject. Decimals are {@code long} in units of 1e-8 and end in {@code E8}; {@link
 * dev.monger.tws.message.Decimals#UNSET} means the wire said nothing, and so does {@link
 * Integer#MAX_VALUE} for whole numbers that may be missing. Texts are never null, empty means
 * missing. What TWS says is kept as it came: an unknown status or code is a value, not an error.
 *
 * <p>No byte, no socket and no clock enters here.
 */
@NullMarked
package dev.monger.tws.message;

import org.jspecify.annotations.NullMarked;
