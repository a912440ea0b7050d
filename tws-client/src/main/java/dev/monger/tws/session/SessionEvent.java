package dev.monger.tws.session;

import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.ServerMessage;
import java.util.List;

/** What a session tells its owner. */
public sealed interface SessionEvent {

    /**
     * Requests may be sent from now on.
     *
     * @param nextOrderId the id the next order will get
     * @param connectionTime date, time and zone as TWS wrote them
     */
    record Ready(int serverVersion, List<String> accounts, int nextOrderId, String connectionTime)
            implements SessionEvent {

        /** Keeps its own copy of the list. */
        public Ready {
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * A message; every one is told but the ticks, those that also belong to an answer or another
     * event too.
     */
    record Received(ServerMessage message) implements SessionEvent {}

    /** A tick, which is told in this form only, so that its freshness cannot be overlooked. */
    record Ticked(Tick tick) implements SessionEvent {}

    /**
     * What is seen of a wanted stream changed, or TWS said something about it.
     *
     * @param code the error that was told, 0 for none
     */
    record SubscriptionChanged(Subscription what, Observed observed, int code, String text)
            implements SessionEvent {}

    /**
     * One read held so many frames that ticks gave way to later ones of the same request and type.
     *
     * @param frames of the read
     * @param dropped of them
     */
    record Conflated(int frames, int dropped) implements SessionEvent {}

    /** A request came to its end, one way or another; each request does so once. */
    record Answered(RequestKey request, Answer answer) implements SessionEvent {}

    /**
     * A message that waited in its lane will not leave.
     *
     * @param ofKnownOrder whether it would have changed an order that TWS knows, which then lives
     *     on as it was
     */
    record NotSent(ClientMessage message, boolean ofKnownOrder, String reason)
            implements SessionEvent {}

    /**
     * TWS said something about an order, or about an id below those of {@link
     * ClientSession#takeRequestId} that no request awaits; nothing ends by it alone.
     */
    record OrderRemarked(int orderId, OrderRemark remark, int code, String text)
            implements SessionEvent {}

    /**
     * TWS said that too much was sent: nothing leaves for a while.
     *
     * @param strikes how often in a row; at the third TWS may hang up
     */
    record TooManyMessages(int strikes, long pauseNanos) implements SessionEvent {}

    /** TWS lost the broker (1100, 2110); nothing said now reaches an exchange. */
    record ConnectivityLost(int code) implements SessionEvent {}

    /**
     * TWS has the broker again (1101, 1102); orders and executions must be reconciled.
     *
     * @param dataLost whether subscriptions are gone and must be made again
     */
    record ConnectivityRestored(boolean dataLost) implements SessionEvent {}

    /**
     * A data farm changed; this never says anything of orders.
     *
     * @param ok whether data can be had, at once or on demand
     */
    record FarmChanged(FarmKind kind, String name, boolean ok) implements SessionEvent {}

    /**
     * TWS said what time it is there.
     *
     * @param twsEpochMillis when it wrote the answer, half a round trip before now
     */
    record TimeMeasured(long twsEpochMillis, long roundTripNanos) implements SessionEvent {}

    /**
     * TWS listens elsewhere from now on; {@link MustClose} follows.
     *
     * @param newPort 0 when TWS did not say which
     */
    record PortChanged(int newPort, String text) implements SessionEvent {}

    /** The account lacks margin: the broker may begin to close positions (2148). */
    record MarginDeficient(String text) implements SessionEvent {}

    /** TWS refused a request because its API is set to read-only. */
    record ReadOnlyApi(String text) implements SessionEvent {}

    /** A frame was not what its id says; it was skipped. */
    record MalformedFrame(int id, int offset, String field, String reason)
            implements SessionEvent {}

    /** A message of an id nobody here knows; it was skipped. */
    record UnknownMessage(int id) implements SessionEvent {}

    /** The owner must close the connection now; the session ignores whatever still comes. */
    record MustClose(CloseReason reason, String text) implements SessionEvent {}

    /**
     * The connection is gone, or could not be made. A session does not see the socket, so this is
     * told by whoever owns both, as the client of {@code transport} does.
     *
     * @param reason in the words of the socket, such as that the port is closed
     */
    record Disconnected(String reason) implements SessionEvent {}
}
