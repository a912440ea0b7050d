package dev.monger.fleet.whatif;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.monger.Market;
import dev.monger.core.monger.MongerState;
import dev.monger.engine.EngineInput;
import dev.monger.engine.avro.Amounts;
import dev.monger.engine.monger.MongerEngine;
import dev.monger.prediction.InferenceResult;
import dev.monger.schemas.Direction;
import dev.monger.schemas.Signal;
import dev.monger.simulator.venue.MarketEvent;
import dev.monger.simulator.venue.Quote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the market and the predictions out of a journal, while its inputs are stepped again. */
public final class Recording {

    private static final long UNITS = 100_000_000L;
    private static final long CONFIDENCE_UNITS = 100L;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final MongerEngine engine;
    private final List<MarketEvent> market = new ArrayList<>();
    private final List<Timed> signals = new ArrayList<>();
    private @Nullable Assignment assignment;
    private @Nullable ContractTerms terms;

    /** A prediction and the exchange time at which it came. */
    record Timed(long exchangeNanos, Signal signal) {}

    /** Begins with an engine that has lived nothing yet. */
    public Recording(MongerEngine engine) {
        this.engine = engine;
    }

    /** Takes the next input of the journal. */
    public void take(EngineInput input) {
        Market.Quote before = engine.state().market().quote();
        boolean halted = engine.state().market().halted();
        var _ = engine.step(input);
        MongerState state = engine.state();
        Assignment told = state.session().assignment();
        ContractTerms confirmed = state.session().terms();
        assignment = told == null ? assignment : told;
        terms = confirmed == null ? terms : confirmed;
        long now = input.now().exchangeNanos();
        if (terms != null) {
            int conId = (int) terms.conId().value();
            quoted(before, state.market().quote(), conId, now);
            if (halted != state.market().halted()) {
                market.add(
                        new MarketEvent.HaltChanged(now, conId, state.market().halted() ? 1 : 0));
            }
        }
        predicted(input, now);
    }

    private void quoted(
            Market.@Nullable Quote before, Market.@Nullable Quote after, int conId, long now) {
        if (after == null || after.equals(before)) {
            return;
        }
        market.add(
                new MarketEvent.QuoteChanged(
                        now,
                        conId,
                        new Quote(
                                after.bid().units(),
                                after.bidSize().units() / UNITS,
                                after.ask().units(),
                                after.askSize().units() / UNITS)));
    }

    /** What a source in the process answered counts as a signal of the same content. */
    private void predicted(EngineInput input, long now) {
        if (input instanceof EngineInput.RecordRead read && read.value() instanceof Signal signal) {
            signals.add(new Timed(now, signal));
        } else if (input instanceof EngineInput.PredictionMade made
                && made.prediction() instanceof InferenceResult.Direction direction) {
            signals.add(new Timed(now, signal(direction, now)));
        }
    }

    private static Signal signal(InferenceResult.Direction direction, long now) {
        return Signal.newBuilder()
                .setSequence(1)
                .setOccurredAt(Amounts.instant(now))
                .setRecordedAt(Amounts.instant(now))
                .setLeaseEpoch(1)
                .setTicker("")
                .setSource(direction.source())
                .setModelVersion("recorded")
                .setDirection(direction.bullish() ? Direction.UP : Direction.DOWN)
                .setConfidence(Amounts.decimal(direction.confidenceMillionths() * CONFIDENCE_UNITS))
                .setHorizonMillis(direction.horizonNanos() / NANOS_PER_MILLI)
                .setLastInputAt(Amounts.instant(direction.lastInputNanos()))
                .build();
    }

    /** The assignment it traded by at last; null when it never had one. */
    public @Nullable Assignment assignment() {
        return assignment;
    }

    @Nullable ContractTerms terms() {
        return terms;
    }

    List<MarketEvent> market() {
        return List.copyOf(market);
    }

    List<Timed> signals() {
        return List.copyOf(signals);
    }

    /** Whether there is anything to trade again. */
    public boolean isEmpty() {
        return market.isEmpty() || assignment == null || terms == null;
    }
}
