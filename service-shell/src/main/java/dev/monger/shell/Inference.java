package dev.monger.shell;

import dev.monger.prediction.Features;
import dev.monger.prediction.InferenceResult;

/** What answers an engine's question, on a thread of its own. */
public interface Inference {

    /** Looks at the features; takes as long as it takes. */
    InferenceResult answer(Features features);
}
