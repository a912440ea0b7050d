/**
 * The socket to TWS, owned by one thread: the module's one impure package.
 *
 * <p>Entry points: {@link dev.monger.tws.transport.TwsClient}, socket and session in one, for
 * programs that want no more; {@link dev.monger.tws.transport.TwsSocket} for those that own a
 * session themselves. The socket knows nothing of messages; bytes go to a {@link
 * dev.monger.tws.transport.SocketListener} and come from its owner. A lost connection is a call of
 * the listener, never an exception.
 */
@NullMarked
package dev.monger.tws.transport;

import org.jspecify.annotations.NullMarked;
