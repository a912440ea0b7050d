package dev.monger.simulator.front;

/**
 * What TWS is told in its settings, and how often it tells things.
 *
 * @param highestVersion the server version offered, 151 to 200
 * @param masterClientId the client id that sees the orders of all others, −1 for none
 * @param readOnly whether orders of API clients are refused
 * @param mostClients how many sessions there may be
 * @param negativeBinding whether orders of people are bound to negative ids
 * @param masterSeesErrors whether the master also gets error messages about the orders of others
 * @param repeatsFilled whether the last orderStatus of a filled order comes twice
 * @param timing how often subscriptions are told
 * @param readings what it does where the sources leave it open
 * @param mostLines how many instruments all clients together may watch
 */
public record FrontSettings(
        int highestVersion,
        int masterClientId,
        boolean readOnly,
        int mostClients,
        boolean negativeBinding,
        boolean masterSeesErrors,
        boolean repeatsFilled,
        Timing timing,
        Readings readings,
        int mostLines) {

    /**
     * How often subscriptions are told, nanoseconds of market time.
     *
     * @param ticksNanos quotes of watched instruments, conflated
     * @param profitNanos P&amp;L
     * @param barUpdateNanos the current bar of kept-up history
     * @param accountNanos account values without a change of position
     * @param snapshotNanos the end of a snapshot after its request
     */
    public record Timing(
            long ticksNanos,
            long profitNanos,
            long barUpdateNanos,
            long accountNanos,
            long snapshotNanos) {}

    /** Refuses a version the codecs do not know. */
    public FrontSettings {
        if (highestVersion < 151 || highestVersion > 200) {
            throw new IllegalArgumentException(
                    "Condition failed: server version from 151 to 200, given " + highestVersion);
        }
    }

    /** As TWS comes, with client 0 as the master and a hundred lines of data for each client. */
    public static FrontSettings usual() {
        long second = 1_000_000_000L;
        return new FrontSettings(
                200,
                0,
                false,
                32,
                true,
                false,
                true,
                new Timing(second / 4, second, 5 * second, 180 * second, 11 * second),
                Readings.USUAL,
                3200);
    }

    /** The same for orders not taken from clients. */
    public FrontSettings withReadOnly(boolean value) {
        return new FrontSettings(
                highestVersion,
                masterClientId,
                value,
                mostClients,
                negativeBinding,
                masterSeesErrors,
                repeatsFilled,
                timing,
                readings,
                mostLines);
    }

    /** The same with another master client. */
    public FrontSettings withMasterClientId(int value) {
        return new FrontSettings(
                highestVersion,
                value,
                readOnly,
                mostClients,
                negativeBinding,
                masterSeesErrors,
                repeatsFilled,
                timing,
                readings,
                mostLines);
    }

    /** The same read otherwise where the sources leave it open. */
    public FrontSettings withReadings(Readings value) {
        return new FrontSettings(
                highestVersion,
                masterClientId,
                readOnly,
                mostClients,
                negativeBinding,
                masterSeesErrors,
                repeatsFilled,
                timing,
                value,
                mostLines);
    }

    /** The same with another number of lines of market data. */
    public FrontSettings withMostLines(int value) {
        return new FrontSettings(
                highestVersion,
                masterClientId,
                readOnly,
                mostClients,
                negativeBinding,
                masterSeesErrors,
                repeatsFilled,
                timing,
                readings,
                value);
    }

    /** The same told as often as this. */
    public FrontSettings withTiming(Timing value) {
        return new FrontSettings(
                highestVersion,
                masterClientId,
                readOnly,
                mostClients,
                negativeBinding,
                masterSeesErrors,
                repeatsFilled,
                value,
                readings,
                mostLines);
    }
}
