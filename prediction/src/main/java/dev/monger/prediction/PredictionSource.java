package dev.monger.prediction;

/** Says, from closed bars, where a price is seen going. The same bars give the same answer. */
public interface PredictionSource {

    /** The source's name and version, for example {@code ema-cross-3-8/1}. */
    String name();

    /** How many closed bars it needs before it can say anything. */
    int barsNeeded();

    /** Looks at the bars. Bars that cannot be used are an answer too, never an exception. */
    InferenceResult predict(Features features);
}
