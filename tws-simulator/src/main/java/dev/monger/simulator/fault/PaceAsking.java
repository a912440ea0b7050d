package dev.monger.simulator.fault;

import java.util.List;

/** Messages above the rate: they wait, or they are refused until the session ends. */
final class PaceAsking {
    private final Hearing hearing;
    private final GatewayState gateway;
    private final Pace delays = new Pace();
    private final Pace refusals = new Pace();
    private long strikes;
    private long waitingUntilNanos = Long.MIN_VALUE;

    PaceAsking(Hearing hearing, GatewayState gateway) {
        this.hearing = hearing;
        this.gateway = gateway;
    }

    /** What becomes of a message because of the rate alone. */
    Fate fate() {
        Fault rejects = hearing.get(FaultKind.PACING_REJECT);
        if (rejects != null) {
            Pace pace = rejects.has("scope", "gateway") ? gateway.refusals() : refusals;
            long most = rejects.whole("perSecond");
            if (!pace.takes(hearing.nowNanos(), most) && hearing.strikes(FaultKind.PACING_REJECT)) {
                return refused(rejects, most);
            }
        }
        return delayed();
    }

    private Fate delayed() {
        long now = hearing.nowNanos();
        Fault waits = hearing.get(FaultKind.PACING_DELAY);
        long delay = 0;
        if (waits != null) {
            Pace pace = waits.has("scope", "gateway") ? gateway.delays() : delays;
            delay = pace.delayNanos(now, waits.whole("perSecond"));
            boolean alone = now >= waitingUntilNanos;
            if (delay > 0 && alone && !hearing.strikes(FaultKind.PACING_DELAY)) {
                return Fate.HANDLED;
            }
        }
        // Nothing overtakes what waits already, whether or not the fault is still on.
        long due = Math.max(now + delay, waitingUntilNanos);
        if (due <= now) {
            return Fate.HANDLED;
        }
        waitingUntilNanos = due;
        return new Fate.Delayed(due - now);
    }

    private Fate refused(Fault fault, long most) {
        strikes++;
        String text =
                "Max rate of messages per second has been exceeded:max="
                        + most
                        + " rec="
                        + (most + 1)
                        + " ("
                        + strikes
                        + ")";
        return new Fate.Answered(
                List.of(hearing.error(-1, 100, text)), strikes >= fault.whole("strikes"));
    }
}
