package dev.monger.engine.history;

import dev.monger.engine.history.BarSeries.Hole;
import dev.monger.prediction.Features.ClosedBar;
import dev.monger.tws.session.Backoff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a {@link BarSeries} whole: follows the broker's bars, follows again when they stop, and
 * asks for what is missing.
 *
 * <p>The broker repeats the current bar every few seconds until the next begins; a bar is closed by
 * the first word of a later one. A subscription can die without a word (at midnight) or with one
 * (10182, 162), so silence alone is a reason to follow again. Between two requests at least {@link
 * #PAUSE_NANOS} pass, which keeps within the rules for small bars; after requests that failed one
 * after the other, ever more, so that what is refused for good is not asked for all day.
 */
public final class HistoryLoop {

    /** No two requests closer than this: identical ones within 15 s are refused by the broker. */
    public static final long PAUSE_NANOS = 16_000_000_000L;

    private static final int SILENT_BARS = 6;
    private static final int REFILLS_OF_ONE_HOLE = 2;
    private static final Backoff SHORTEST = Backoff.of(PAUSE_NANOS, PAUSE_NANOS << 5).failed();

    private final BarSeries series;
    private final int wanted;
    private boolean linked;
    private boolean following;
    private long notBefore = Long.MIN_VALUE;
    private long lastHeard;
    private @Nullable ClosedBar forming;
    private @Nullable Hole refilling;
    private @Nullable Hole askedFor;
    private int timesAsked;
    private Backoff pause = SHORTEST;

    /** Keeps a series of which the newest {@code wanted} bars matter. */
    public HistoryLoop(BarSeries series, int wanted) {
        this.series = series;
        this.wanted = wanted;
    }

    /** The broker can be asked. */
    public void linked(long nowNanos) {
        linked = true;
        following = false;
        refilling = null;
        pause = SHORTEST;
        notBefore = nowNanos;
    }

    /** The broker cannot be asked; what was asked is lost. */
    public void unlinked() {
        linked = false;
        following = false;
        refilling = null;
        forming = null;
    }

    /** The subscription ended, with or without the broker's word. */
    public void subscriptionEnded() {
        following = false;
        pause = pause.failed();
    }

    /** The answer to a request for the past has come whole. */
    public void answered(List<ClosedBar> bars, long nowNanos) {
        lastHeard = nowNanos;
        pause = SHORTEST;
        Hole hole = refilling;
        refilling = null;
        if (hole != null) {
            bars.stream().filter(bar -> bar.startNanos() < hole.toNanos()).forEach(series::put);
            if (timesAsked >= REFILLS_OF_ONE_HOLE) {
                series.fillFlat(hole);
            }
            return;
        }
        bars.forEach(this::heard);
    }

    /** A request for a stretch of the past was refused or not answered. */
    public void refillFailed() {
        refilling = null;
        pause = pause.failed();
    }

    /** A word about one bar came, the current one most often. */
    public void updated(ClosedBar bar, long nowNanos) {
        lastHeard = nowNanos;
        pause = SHORTEST;
        heard(bar);
    }

    private void heard(ClosedBar bar) {
        ClosedBar current = forming;
        if (current != null && bar.startNanos() < current.startNanos()) {
            series.put(bar);
            return;
        }
        if (current != null && bar.startNanos() > current.startNanos()) {
            series.put(current);
        }
        forming = bar;
    }

    /** Says what to ask now; call after each change and when {@link #nextWakeNanos} has come. */
    public List<HistoryRequest> due(long nowNanos) {
        List<HistoryRequest> requests = new ArrayList<>();
        if (!linked || nowNanos < notBefore) {
            return requests;
        }
        if (following && nowNanos - lastHeard > SILENT_BARS * series.barNanos() + PAUSE_NANOS) {
            following = false;
            requests.add(new HistoryRequest.Unfollow());
        }
        if (!following) {
            following = true;
            lastHeard = nowNanos;
            notBefore = nowNanos + pause.delayNanos();
            requests.add(new HistoryRequest.Follow(series.barNanos() * (wanted + 2L)));
            return requests;
        }
        hole().ifPresent(hole -> requests.add(refill(hole, nowNanos)));
        return requests;
    }

    private Optional<Hole> hole() {
        if (refilling != null) {
            return Optional.empty();
        }
        return series.newestStart()
                .flatMap(newest -> series.firstHole(newest - series.barNanos() * (wanted + 1L)));
    }

    private HistoryRequest refill(Hole hole, long nowNanos) {
        timesAsked = hole.equals(askedFor) ? timesAsked + 1 : 1;
        askedFor = hole;
        refilling = hole;
        notBefore = nowNanos + pause.delayNanos();
        return new HistoryRequest.Refill(hole);
    }

    /** When {@link #due} may have something to say; {@code Long.MAX_VALUE} for never. */
    public long nextWakeNanos() {
        if (!linked) {
            return Long.MAX_VALUE;
        }
        long silence = lastHeard + SILENT_BARS * series.barNanos() + PAUSE_NANOS + 1;
        boolean wants = !following || hole().isPresent();
        return wants ? notBefore : Math.max(notBefore, silence);
    }

    /** Returns the newest bars without a hole, oldest first; empty until there are enough. */
    public Optional<List<ClosedBar>> whole() {
        List<ClosedBar> bars = series.newestWithoutHole(wanted);
        return bars.size() == wanted ? Optional.of(bars) : Optional.empty();
    }

    /** Returns the start of the newest closed bar. */
    public Optional<Long> newestStart() {
        return series.newestStart();
    }
}
