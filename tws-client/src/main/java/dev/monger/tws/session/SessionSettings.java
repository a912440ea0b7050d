package dev.monger.tws.session;

import dev.monger.tws.message.ServerVersion;

/**
 * How a session behaves.
 *
 * @param clientId the id TWS knows this client by
 * @param errors what error codes mean
 * @param conflateAboveFrames when one read holds more frames than this, ticks of the same request
 *     and type give way to the last of them
 */
public record SessionSettings(
        int clientId,
        Versions versions,
        Times times,
        Limits limits,
        ErrorTable errors,
        int conflateAboveFrames) {

    private static final long SECOND = 1_000_000_000L;
    private static final int CONFLATE_ABOVE = 500;

    /** Refuses what could not work. */
    public SessionSettings {
        require(clientId >= 0, "clientId is not negative: " + clientId);
        require(conflateAboveFrames > 0, "conflateAboveFrames is above 0: " + conflateAboveFrames);
    }

    /** The server versions that are announced. */
    public record Versions(int min, int max) {

        /** Refuses versions that are not coded. */
        public Versions {
            require(
                    min >= ServerVersion.OLDEST_CODED && max >= min && max <= ServerVersion.MAX,
                    "versions lie in 151..200: " + min + ".." + max);
        }
    }

    /**
     * How long is waited for what.
     *
     * @param heartbeatNanos between two probes of TWS
     * @param heartbeatDeadlineNanos how long a probe may stay without an answer
     * @param requestDeadlineNanos how long a request for contracts or for the past may stay without
     *     its end
     * @param listDeadlineNanos how long a list of orders, executions or positions may; one whose
     *     end carries no id is not asked for again for as long once more
     * @param handshakeDeadlineNanos from the open socket to ready
     * @param silenceNanos how long after a farm came back a subscription may stay silent before it
     *     is made anew
     */
    public record Times(
            long heartbeatNanos,
            long heartbeatDeadlineNanos,
            long requestDeadlineNanos,
            long listDeadlineNanos,
            long handshakeDeadlineNanos,
            long silenceNanos) {

        /** Refuses times that are none. */
        public Times {
            require(
                    heartbeatNanos > 0
                            && heartbeatDeadlineNanos > 0
                            && requestDeadlineNanos > 0
                            && listDeadlineNanos > 0
                            && handshakeDeadlineNanos > 0
                            && silenceNanos > 0,
                    "times are above 0");
        }
    }

    /**
     * How much may be said.
     *
     * @param messagesPerSecond the most that leave within any second; TWS allows half the data
     *     lines
     * @param entryPercent of the pace that orders which open may use; never less than one message
     * @param reservedMessages per second that only the exit lane may use
     */
    public record Limits(int messagesPerSecond, int entryPercent, int reservedMessages) {

        /** Refuses limits under which something could never leave. */
        public Limits {
            require(
                    entryPercent > 0 && entryPercent <= 100,
                    "entryPercent lies in 1..100: " + entryPercent);
            require(messagesPerSecond > 0, "messagesPerSecond is above 0: " + messagesPerSecond);
            require(
                    reservedMessages >= 0 && reservedMessages < messagesPerSecond,
                    "reservedMessages is below messagesPerSecond: " + reservedMessages);
        }
    }

    /** The settings for TWS as it comes: 45 messages a second, a probe every 5 seconds. */
    public static SessionSettings defaults(int clientId) {
        return new SessionSettings(
                clientId,
                new Versions(ServerVersion.MIN_CLIENT, ServerVersion.MAX),
                new Times(
                        5 * SECOND, 10 * SECOND, 15 * SECOND, 4 * SECOND, 15 * SECOND, 20 * SECOND),
                new Limits(45, 50, 10),
                ErrorTable.standard(),
                CONFLATE_ABOVE);
    }

    /** Returns a copy that announces other versions. */
    public SessionSettings withServerVersions(int min, int max) {
        return new SessionSettings(
                clientId, new Versions(min, max), times, limits, errors, conflateAboveFrames);
    }

    /** Returns a copy for another client id. */
    public SessionSettings withClientId(int newClientId) {
        return new SessionSettings(
                newClientId, versions, times, limits, errors, conflateAboveFrames);
    }

    /** Returns a copy with another pace. */
    public SessionSettings withPace(int messagesPerSecond, int reservedMessages) {
        Limits newLimits = new Limits(messagesPerSecond, limits.entryPercent(), reservedMessages);
        return new SessionSettings(
                clientId, versions, times, newLimits, errors, conflateAboveFrames);
    }

    /** Returns a copy that waits otherwise. */
    public SessionSettings withTimes(Times newTimes) {
        return new SessionSettings(
                clientId, versions, newTimes, limits, errors, conflateAboveFrames);
    }

    /** Returns a copy that probes at other times. */
    public SessionSettings withHeartbeat(long everyNanos, long deadlineNanos) {
        return withTimes(
                new Times(
                        everyNanos,
                        deadlineNanos,
                        times.requestDeadlineNanos(),
                        times.listDeadlineNanos(),
                        times.handshakeDeadlineNanos(),
                        times.silenceNanos()));
    }

    /** Returns a copy that reads error codes otherwise. */
    public SessionSettings withErrors(ErrorTable newErrors) {
        return new SessionSettings(
                clientId, versions, times, limits, newErrors, conflateAboveFrames);
    }

    /** Returns a copy that conflates ticks from another number of frames on. */
    public SessionSettings withConflateAbove(int frames) {
        return new SessionSettings(clientId, versions, times, limits, errors, frames);
    }

    private static void require(boolean condition, String text) {
        if (!condition) {
            throw new IllegalArgumentException("Condition failed: " + text);
        }
    }
}
