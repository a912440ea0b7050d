package dev.monger.tws.session;

import dev.monger.tws.message.ServerVersion;

/**
 * How a session behaves.
 *
 * @param clientId the id TWS knows this client by
 * @param heartbeatNanos between two probes of TWS
 * @param heartbeatDeadlineNanos how long a probe may stay without an answer
 * @param requestDeadlineNanos how long a request may stay without its end
 * @param handshakeDeadlineNanos from the open socket to ready
 * @param messagesPerSecond the most that leave within any second; TWS allows half the data lines
 * @param entryPercent of the pace that orders which open may use; never less than one message
 * @param reservedMessages per second that only the exit lane may use
 */
public record SessionSettings(
        int clientId,
        int minServerVersion,
        int maxServerVersion,
        long heartbeatNanos,
        long heartbeatDeadlineNanos,
        long requestDeadlineNanos,
        long handshakeDeadlineNanos,
        int messagesPerSecond,
        int entryPercent,
        int reservedMessages) {

    private static final long SECOND = 1_000_000_000L;

    /** Refuses what could not work. */
    public SessionSettings {
        require(clientId >= 0, "clientId is not negative: " + clientId);
        require(
                minServerVersion >= ServerVersion.OLDEST_CODED
                        && maxServerVersion >= minServerVersion
                        && maxServerVersion <= ServerVersion.MAX,
                "versions lie in 151..200: " + minServerVersion + ".." + maxServerVersion);
        require(
                heartbeatNanos > 0
                        && heartbeatDeadlineNanos > 0
                        && requestDeadlineNanos > 0
                        && handshakeDeadlineNanos > 0,
                "times are above 0");
        require(
                entryPercent > 0 && entryPercent <= 100,
                "entryPercent lies in 1..100: " + entryPercent);
        require(messagesPerSecond > 0, "messagesPerSecond is above 0: " + messagesPerSecond);
        require(
                reservedMessages >= 0 && reservedMessages < messagesPerSecond,
                "reservedMessages is below messagesPerSecond: " + reservedMessages);
    }

    /** The settings for TWS as it comes: 45 messages a second, a probe every 5 seconds. */
    public static SessionSettings defaults(int clientId) {
        return new SessionSettings(
                clientId,
                ServerVersion.MIN_CLIENT,
                ServerVersion.MAX,
                5 * SECOND,
                10 * SECOND,
                15 * SECOND,
                15 * SECOND,
                45,
                50,
                10);
    }

    /** Returns a copy that announces other versions. */
    public SessionSettings withServerVersions(int min, int max) {
        return new SessionSettings(
                clientId,
                min,
                max,
                heartbeatNanos,
                heartbeatDeadlineNanos,
                requestDeadlineNanos,
                handshakeDeadlineNanos,
                messagesPerSecond,
                entryPercent,
                reservedMessages);
    }

    /** Returns a copy for another client id. */
    public SessionSettings withClientId(int newClientId) {
        return new SessionSettings(
                newClientId,
                minServerVersion,
                maxServerVersion,
                heartbeatNanos,
                heartbeatDeadlineNanos,
                requestDeadlineNanos,
                handshakeDeadlineNanos,
                messagesPerSecond,
                entryPercent,
                reservedMessages);
    }

    /** Returns a copy with another pace. */
    public SessionSettings withPace(int newMessagesPerSecond, int newReservedMessages) {
        return new SessionSettings(
                clientId,
                minServerVersion,
                maxServerVersion,
                heartbeatNanos,
                heartbeatDeadlineNanos,
                requestDeadlineNanos,
                handshakeDeadlineNanos,
                newMessagesPerSecond,
                entryPercent,
                newReservedMessages);
    }

    /** Returns a copy that probes at other times. */
    public SessionSettings withHeartbeat(long everyNanos, long deadlineNanos) {
        return new SessionSettings(
                clientId,
                minServerVersion,
                maxServerVersion,
                everyNanos,
                deadlineNanos,
                requestDeadlineNanos,
                handshakeDeadlineNanos,
                messagesPerSecond,
                entryPercent,
                reservedMessages);
    }

    /** Returns a copy that waits otherwise for requests and for the handshake. */
    public SessionSettings withDeadlines(long requestNanos, long handshakeNanos) {
        return new SessionSettings(
                clientId,
                minServerVersion,
                maxServerVersion,
                heartbeatNanos,
                heartbeatDeadlineNanos,
                requestNanos,
                handshakeNanos,
                messagesPerSecond,
                entryPercent,
                reservedMessages);
    }

    private static void require(boolean condition, String text) {
        if (!condition) {
            throw new IllegalArgumentException("Condition failed: " + text);
        }
    }
}
