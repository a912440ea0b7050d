package dev.monger.shell;

import org.slf4j.Logger;

/** Tells of something that is away: at once, then each minute, and by an alarm when it lasts. */
final class Outage {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long ALARM_NANOS = 30 * SECOND_NANOS;
    private static final long AGAIN_NANOS = 60 * SECOND_NANOS;

    private final Logger log;
    private final String what;
    private final Alarms alarms;
    private final String subject;
    private boolean away;
    private boolean alarmed;
    private long sinceNanos;
    private long saidNanos;

    /**
     * Nothing is away yet. One owner.
     *
     * @param what waits while it is away, as in {@code Publishing}
     * @param subject of the alarm
     */
    Outage(Logger log, String what, Alarms alarms, String subject) {
        this.log = log;
        this.what = what;
        this.alarms = alarms;
        this.subject = subject;
    }

    /** An attempt failed. */
    void failed(String reason) {
        long now = System.nanoTime();
        if (!away) {
            away = true;
            sinceNanos = now;
            saidNanos = now - AGAIN_NANOS;
        }
        if (now - saidNanos >= AGAIN_NANOS) {
            saidNanos = now;
            log.warn("{} waits since {} s: {}", what, (now - sinceNanos) / SECOND_NANOS, reason);
        }
        if (!alarmed && now - sinceNanos >= ALARM_NANOS) {
            alarmed = true;
            alarms.raise(
                    "topics-away",
                    subject,
                    what
                            + " waits since "
                            + ALARM_NANOS / SECOND_NANOS
                            + " s ("
                            + reason
                            + "); exits and stops go on, entries need it: look after Kafka and the"
                            + " registry");
        }
    }

    /** An attempt succeeded. */
    void ended() {
        if (away) {
            log.info(
                    "{} goes on after {} s", what, (System.nanoTime() - sinceNanos) / SECOND_NANOS);
        }
        away = false;
        alarmed = false;
    }
}
