package dev.monger.core.manager;

/**
 * How the manager looks after its mongers.
 *
 * @param highestClientId mongers get client ids from 1 to this one, at most 31
 * @param startsAtOnce how many processes may be starting at one time
 * @param backOff when a crashed process is started again
 * @param patience how long silence is borne
 */
public record ManagerPolicy(
        int highestClientId, int startsAtOnce, BackOff backOff, Patience patience) {

    /** What fits one gateway, on a small machine. */
    public static final ManagerPolicy DEFAULT =
            new ManagerPolicy(31, 4, BackOff.DEFAULT, Patience.DEFAULT);

    /** Refuses client ids that a gateway does not have. */
    public ManagerPolicy {
        if (highestClientId < 1 || highestClientId > 31) {
            throw new IllegalArgumentException(
                    "Condition failed: a highest client id of 1 to 31, not " + highestClientId);
        }
        if (startsAtOnce < 1) {
            throw new IllegalArgumentException(
                    "Condition failed: at least one start at a time, not " + startsAtOnce);
        }
    }

    /**
     * When a crashed process is started again.
     *
     * @param firstNanos after the first crash; doubled by each further one
     * @param longestNanos never later than this
     * @param loopAfter crashes in a row that are called a crash loop
     * @param stableNanos ready for this long, earlier crashes are forgotten
     */
    public record BackOff(long firstNanos, long longestNanos, int loopAfter, long stableNanos) {

        /** One second, doubled up to a minute; five crashes are a loop. */
        public static final BackOff DEFAULT =
                new BackOff(1_000_000_000L, 60_000_000_000L, 5, 120_000_000_000L);

        /** Refuses to restart without a pause. */
        public BackOff {
            if (firstNanos <= 0 || longestNanos < firstNanos || loopAfter < 1 || stableNanos <= 0) {
                throw new IllegalArgumentException(
                        "Condition failed: a back-off that starts above zero and does not shrink");
            }
        }

        /** Returns the pause after so many crashes in a row. */
        long pauseNanos(int crashes) {
            long pause = firstNanos;
            for (int crash = 1; crash < crashes && pause < longestNanos; crash++) {
                pause = Math.min(longestNanos, pause * 2);
            }
            return pause;
        }
    }

    /**
     * How long silence is borne.
     *
     * @param readyNanos from a start to ready
     * @param heartbeatNanos between two words of a running monger
     * @param exitNanos from a proven stop to the end of the process
     * @param deadlineNanos of a command that names none
     */
    public record Patience(
            long readyNanos, long heartbeatNanos, long exitNanos, long deadlineNanos) {

        /** A minute to be ready, a quarter of one between heartbeats. */
        public static final Patience DEFAULT =
                new Patience(60_000_000_000L, 15_000_000_000L, 10_000_000_000L, 60_000_000_000L);

        /** Refuses to wait no time. */
        public Patience {
            if (readyNanos <= 0 || heartbeatNanos <= 0 || exitNanos <= 0 || deadlineNanos <= 0) {
                throw new IllegalArgumentException("Condition failed: durations above zero");
            }
        }
    }
}
