package dev.monger.endurance;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Says now and then how far a trial is, how quick it is and how long it will still take. */
final class Progress {

    private static final long BETWEEN_NANOS = 5_000_000_000L;

    private final PrintStream out;
    private final LongSupplier nanos;
    private final String unit;
    private long firstNanos;
    private long firstDone;
    private long saidNanos;
    private boolean begun;

    Progress(PrintStream out, LongSupplier nanos, String unit) {
        this.out = out;
        this.nanos = nanos;
        this.unit = unit;
    }

    /** So much of all is done; a line is written when the last one is some seconds old. */
    void at(long done, long all) {
        long now = nanos.getAsLong();
        if (!begun) {
            begun = true;
            firstNanos = now;
            firstDone = done;
            saidNanos = now;
        }
        if (now - saidNanos >= BETWEEN_NANOS) {
            saidNanos = now;
            say(line(now, done, all));
        }
    }

    /** Writes a line at once. */
    void say(String line) {
        out.println(line);
        out.flush();
    }

    private String line(long now, long done, long all) {
        double perSecond = (done - firstDone) * 1e9 / Math.max(1, now - firstNanos);
        long left = perSecond > 0 ? Math.round((all - done) / perSecond) : 0;
        return String.format(
                Locale.ROOT,
                "%,d of %,d %s, %,.1f a second, %s left",
                done,
                all,
                unit,
                perSecond,
                text(Duration.ofSeconds(left)));
    }

    /** A duration as people say it. */
    static String text(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 120
                ? seconds + " s"
                : seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
    }
}
