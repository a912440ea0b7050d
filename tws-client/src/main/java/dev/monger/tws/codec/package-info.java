/**
 * Bytes to messages and back, for a client and for a server alike.
 *
 * <p>Entry points: {@link dev.monger.tws.codec.Handshake} for the first bytes of each side, {@link
 * dev.monger.tws.codec.FrameReader} for any split of the stream into frames, then the encoder and
 * decoder of the direction, each built for one negotiated server version.
 *
 * <p>Each message has one layout, a walk over its fields in the order of the wire. The same walk
 * reads and writes, so the two directions cannot drift apart. What comes from outside never makes
 * an exception: a frame is a message, an unknown id, or malformed with offset, field and reason.
 * Surplus fields at the end are tolerated. No channel, clock or thread enters here.
 *
 * <p>Where the order of fields comes from, and how sure it is, is in {@code docs/sources.md}.
 */
@NullMarked
package dev.monger.tws.codec;

import org.jspecify.annotations.NullMarked;
