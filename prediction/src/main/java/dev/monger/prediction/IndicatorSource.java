package dev.monger.prediction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DecimalNumFactory;
import org.ta4j.core.num.Num;

/**
 * A prediction source that follows an {@link IndicatorRule} over the closes, computed by ta4j in
 * decimals.
 */
public final class IndicatorSource implements PredictionSource {

    private static final int VERSION = 1;
    private static final int SURE_MILLIONTHS = 1_000_000;
    private static final int LEAST_MILLIONTHS = 500_000;

    /** Decimal digits of the computation. */
    private static final int PRECISION = 32;

    private final IndicatorRule rule;

    /** Follows the rule. */
    public IndicatorSource(IndicatorRule rule) {
        this.rule = rule;
    }

    @Override
    public String name() {
        return switch (rule) {
            case IndicatorRule.EmaCross cross ->
                    "ema-cross-" + cross.fastBars() + "-" + cross.slowBars() + "/" + VERSION;
            case IndicatorRule.RsiBand band ->
                    "rsi-" + band.bars() + "-" + band.low() + "-" + band.high() + "/" + VERSION;
        };
    }

    @Override
    public int barsNeeded() {
        return switch (rule) {
            case IndicatorRule.EmaCross cross -> cross.slowBars();
            case IndicatorRule.RsiBand band -> band.bars() + 1;
        };
    }

    @Override
    public InferenceResult predict(Features features) {
        int count = features.bars().size();
        if (count < barsNeeded()) {
            return new InferenceResult.Undecided(
                    name(), count + " closed bars, " + barsNeeded() + " are needed");
        }
        for (Features.ClosedBar bar : features.bars()) {
            if (bar.closeE8() <= 0) {
                return new InferenceResult.Failed(
                        name(), "the bar at " + bar.startNanos() + " closed at or below zero");
            }
        }
        ClosePriceIndicator closes = new ClosePriceIndicator(seriesOf(features));
        return switch (rule) {
            case IndicatorRule.EmaCross cross -> emaCross(cross, closes, features);
            case IndicatorRule.RsiBand band -> rsi(band, closes, features);
        };
    }

    private InferenceResult emaCross(
            IndicatorRule.EmaCross cross, ClosePriceIndicator closes, Features features) {
        int last = closes.getBarSeries().getEndIndex();
        BigDecimal fast = decimalOf(new EMAIndicator(closes, cross.fastBars()).getValue(last));
        BigDecimal slow = decimalOf(new EMAIndicator(closes, cross.slowBars()).getValue(last));
        BigDecimal distanceMillionths =
                fast.subtract(slow).movePointRight(6).divide(slow, 6, RoundingMode.HALF_EVEN);
        if (distanceMillionths.signum() == 0) {
            return new InferenceResult.Undecided(name(), "the averages are equal");
        }
        return directionOf(
                distanceMillionths.signum() > 0,
                distanceMillionths.abs(),
                BigDecimal.valueOf(cross.fullAtMillionths()),
                features);
    }

    private InferenceResult rsi(
            IndicatorRule.RsiBand band, ClosePriceIndicator closes, Features features) {
        int last = closes.getBarSeries().getEndIndex();
        BigDecimal strength = decimalOf(new RSIIndicator(closes, band.bars()).getValue(last));
        BigDecimal low = BigDecimal.valueOf(band.low());
        BigDecimal high = BigDecimal.valueOf(band.high());
        if (strength.compareTo(low) < 0) {
            return directionOf(true, low.subtract(strength), low, features);
        }
        if (strength.compareTo(high) > 0) {
            return directionOf(
                    false,
                    strength.subtract(high),
                    BigDecimal.valueOf(100).subtract(high),
                    features);
        }
        return new InferenceResult.Undecided(
                name(),
                "the index is "
                        + strength.setScale(2, RoundingMode.HALF_EVEN)
                        + ", between its levels");
    }

    private InferenceResult directionOf(
            boolean bullish, BigDecimal strength, BigDecimal full, Features features) {
        BigDecimal share = strength.min(full).divide(full, 6, RoundingMode.DOWN);
        int confidence =
                LEAST_MILLIONTHS
                        + share.multiply(BigDecimal.valueOf(SURE_MILLIONTHS - LEAST_MILLIONTHS))
                                .intValue();
        long lastInput = features.bars().getLast().startNanos() + features.barNanos();
        return new InferenceResult.Direction(
                name(), bullish, confidence, rule.horizonBars() * features.barNanos(), lastInput);
    }

    private static BarSeries seriesOf(Features features) {
        BarSeries series =
                new BaseBarSeriesBuilder()
                        .withName(features.ticker())
                        .withNumFactory(DecimalNumFactory.getInstance(PRECISION))
                        .build();
        Duration period = Duration.ofNanos(features.barNanos());
        for (Features.ClosedBar bar : features.bars()) {
            series.barBuilder()
                    .timePeriod(period)
                    .endTime(instantOf(bar.startNanos() + features.barNanos()))
                    .openPrice(textOf(bar.openE8()))
                    .highPrice(textOf(bar.highE8()))
                    .lowPrice(textOf(bar.lowE8()))
                    .closePrice(textOf(bar.closeE8()))
                    .volume(textOf(bar.volumeE8()))
                    .add();
        }
        return series;
    }

    private static Instant instantOf(long nanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    private static String textOf(long unitsE8) {
        return BigDecimal.valueOf(unitsE8, 8).toPlainString();
    }

    private static BigDecimal decimalOf(Num value) {
        return value.bigDecimalValue();
    }
}
