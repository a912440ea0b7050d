/**
 * The life of one connection to TWS, without a socket: bytes, messages and times go in, bytes and
 * events come out.
 *
 * <p>Entry point: {@link dev.monger.tws.session.ClientSession}; its owner reacts to {@link
 * dev.monger.tws.session.SessionEvent}. Deterministic and mutable, with one owner; times are
 * monotonic nanoseconds the owner gives. What was asked is answered in one of three ways: listed,
 * listed and empty, or unknown; silence is never "none". No channel, clock or thread enters here.
 *
 * <p>Where codes and limits come from is in {@code docs/sources.md}.
 */
@NullMarked
package dev.monger.tws.session;

import org.jspecify.annotations.NullMarked;
