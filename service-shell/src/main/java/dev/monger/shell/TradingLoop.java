package dev.monger.shell;

import dev.monger.engine.Engine;
import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import dev.monger.engine.Now;
import dev.monger.engine.journal.Origin;
import dev.monger.engine.journal.OutputHash;
import dev.monger.engine.journal.StepOutcome;
import dev.monger.prediction.InferenceResult;
import dev.monger.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that owns engine, socket and journal: select, read, step, journal, carry out. A
 * step is pure, so journaling its input after it but before anything it asked for is carried out
 * loses nothing; and an input that breaks an invariant is marked as such, so that no later start
 * breaks on it again.
 */
final class TradingLoop {

    /** Exit code when an invariant broke or the journal could not be written. */
    static final int EXIT_BROKEN = 70;

    private static final Logger LOG = LoggerFactory.getLogger(TradingLoop.class);
    private static final long SELECT_NANOS_MAX = 1_000_000_000L;
    private static final long FLUSH_NANOS = 1_000_000_000L;
    private static final int INCOMING_AT_ONCE = 256;

    private final Parts parts;
    private final OutputHash hash = new OutputHash();
    private long wakeAtExchangeNanos = Long.MAX_VALUE;
    private long wakeAtMonotonicNanos = Long.MAX_VALUE;
    private EngineOutput.@Nullable Exit exit;
    private volatile long lastTurnNanos = System.nanoTime();
    private volatile boolean over;

    TradingLoop(Parts parts) {
        this.parts = parts;
    }

    /** What the loop works with. */
    record Parts(
            Engine engine,
            MarketClock clock,
            JournalFiles journal,
            TwsLink link,
            Inbox inbox,
            Outbox outbox,
            Services services) {}

    /** What the loop hands work to. */
    record Services(
            ExecutorService inferenceThread,
            Inference inference,
            ProcessHost processes,
            Alarms alarms) {}

    /** How the loop ended. */
    record Ending(int exitCode, String reason) {}

    private volatile Ending ending = new Ending(EXIT_BROKEN, "the loop did not come to its end");

    /** How the loop ended; valid once the loop has ended. */
    Ending ending() {
        return ending;
    }

    /** Whether the loop is to turn, and turned within the time. */
    boolean isAlive(long withinNanos) {
        return !over && System.nanoTime() - lastTurnNanos < withinNanos;
    }

    /** Takes the first input of the session, then turns until an exit. */
    void run(long session, String settings) {
        try {
            take(new EngineInput.Started(parts.clock.now(), session, settings), Origin.NONE);
            while (exit == null) {
                turn();
            }
            flushLink();
            EngineOutput.Exit asked = exit;
            ending = new Ending(asked.code(), asked.reason());
        } catch (Exception broken) {
            ending = new Ending(EXIT_BROKEN, String.valueOf(broken.getMessage()));
            LOG.error("The loop stops", broken);
            parts.services.alarms.raise(
                    "service-stopped",
                    parts.journal.header().subject(),
                    "this service stops at once and safely: "
                            + broken.getMessage()
                            + "; orders at the broker stay as they are, protective stops too; look"
                            + " into the log, then start it again: it reconciles first");
        } finally {
            over = true;
            parts.link.close();
        }
    }

    private void turn() {
        lastTurnNanos = System.nanoTime();
        parts.link.select(parts.inbox.isEmpty() ? nanosToWake() : 0, new LinkInputs());
        for (int taken = 0; taken < INCOMING_AT_ONCE && exit == null; taken++) {
            Incoming incoming = parts.inbox.poll();
            if (incoming == null) {
                break;
            }
            take(incoming);
        }
        Now now = parts.clock.now();
        if (exit == null
                && (now.exchangeNanos() >= wakeAtExchangeNanos
                        || now.monotonicNanos() >= wakeAtMonotonicNanos)) {
            wakeAtExchangeNanos = Long.MAX_VALUE;
            wakeAtMonotonicNanos = Long.MAX_VALUE;
            take(new EngineInput.Woke(now), Origin.NONE);
        }
    }

    private long nanosToWake() {
        Now now = parts.clock.now();
        long nanos = SELECT_NANOS_MAX;
        if (wakeAtMonotonicNanos != Long.MAX_VALUE) {
            // The engine may say any time that is past; a difference to it could overflow.
            long wake = Math.max(wakeAtMonotonicNanos, now.monotonicNanos());
            nanos = Math.min(nanos, wake - now.monotonicNanos());
        }
        if (wakeAtExchangeNanos != Long.MAX_VALUE) {
            long left = Math.max(wakeAtExchangeNanos, now.exchangeNanos()) - now.exchangeNanos();
            nanos = Math.min(nanos, parts.clock.realNanosFor(left));
        }
        return nanos;
    }

    private final class LinkInputs implements TwsLink.Events {

        @Override
        public void opened() {
            take(new EngineInput.LinkOpened(parts.clock.now()), Origin.NONE);
        }

        @Override
        public void read(byte[] bytes) {
            take(new EngineInput.BytesRead(parts.clock.now(), bytes), Origin.NONE);
        }

        @Override
        public void closed(String reason) {
            take(new EngineInput.LinkClosed(parts.clock.now(), reason), Origin.NONE);
        }
    }

    private void take(Incoming incoming) {
        Now now = parts.clock.now();
        switch (incoming) {
            case Incoming.FromTopic(var topic, var key, var value, var origin) -> {
                // With the disk full, permits are no longer taken: entries end within seconds.
                if (!parts.journal.reserveUsed() || !topic.equals(Topics.RISK.name())) {
                    take(new EngineInput.RecordRead(now, topic, key, value), origin);
                }
            }
            case Incoming.ReadToEnd(var topic) ->
                    take(new EngineInput.CaughtUp(now, topic), Origin.NONE);
            case Incoming.ReadingLost(var reason) ->
                    take(new EngineInput.TopicsLost(now, reason), Origin.NONE);
            case Incoming.Answer(var requestId, var result) ->
                    take(new EngineInput.PredictionMade(now, requestId, result), Origin.NONE);
            case Incoming.Command(var command) ->
                    take(new EngineInput.HttpCommand(now, command), Origin.NONE);
            case Incoming.ChildChanged(var ticker, var change) ->
                    take(new EngineInput.ProcessChanged(now, ticker, change), Origin.NONE);
            case Incoming.End(var code, var reason) -> exit = new EngineOutput.Exit(code, reason);
        }
    }

    private void take(EngineInput input, Origin origin) {
        if (exit != null) {
            return;
        }
        List<EngineOutput> outputs;
        try {
            outputs = parts.engine.step(input);
        } catch (Exception broken) {
            parts.journal.append(input, origin, new StepOutcome.Failed());
            throw broken;
        }
        StepOutcome taken = new StepOutcome.Taken(hash.of(outputs));
        long index = parts.journal.append(input, origin, taken);
        List<EngineOutput.Publish> publishes = new ArrayList<>();
        for (EngineOutput output : outputs) {
            if (output instanceof EngineOutput.Publish publish) {
                publishes.add(publish);
            } else {
                carryOut(output);
            }
        }
        parts.link.flush();
        parts.outbox.stepped(index, publishes);
    }

    private void carryOut(EngineOutput output) {
        switch (output) {
            case EngineOutput.Send send -> parts.link.send(send.bytes());
            case EngineOutput.OpenLink _ -> parts.link.open();
            case EngineOutput.CloseLink close -> parts.link.disconnect(close.reason());
            case EngineOutput.Publish _ ->
                    throw new IllegalStateException("Invariant: publishes go to the outbox");
            case EngineOutput.Infer infer -> infer(infer);
            case EngineOutput.WakeAt wake -> {
                wakeAtExchangeNanos = wake.exchangeNanos();
                wakeAtMonotonicNanos = wake.monotonicNanos();
            }
            case EngineOutput.Alarm alarm ->
                    parts.services.alarms.raise(alarm.code(), alarm.subject(), alarm.text());
            case EngineOutput.LaunchProcess launch ->
                    parts.services.processes.launch(launch.ticker(), launch.arguments());
            case EngineOutput.EndProcess end ->
                    parts.services.processes.end(end.ticker(), end.reason());
            case EngineOutput.Exit asked -> exit = asked;
        }
    }

    private void infer(EngineOutput.Infer infer) {
        parts.services.inferenceThread.execute(() -> {
            try {
                parts.inbox.put(new Incoming.Answer(infer.requestId(), answered(infer)));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** A source that breaks must answer too: the engine waits for it before it asks again. */
    private InferenceResult answered(EngineOutput.Infer infer) {
        try {
            return parts.services.inference.answer(infer);
        } catch (Exception broken) {
            LOG.error("A prediction source broke", broken);
            return new InferenceResult.Failed(infer.sources(), broken.toString());
        }
    }

    /** Lets the last bytes go; nothing that comes meanwhile is taken any more. */
    private void flushLink() {
        long until = System.nanoTime() + FLUSH_NANOS;
        while (parts.link.hasUnsent() && System.nanoTime() - until < 0) {
            parts.link.select(FLUSH_NANOS / 20, new LinkInputs());
        }
    }
}
