package dev.monger.shell;

import dev.monger.engine.EngineOutput;
import dev.monger.prediction.InferenceResult;

/** What answers an engine's question, on a thread of its own. */
public interface Inference {

    /** Asks the sources that the question names; takes as long as it takes. */
    InferenceResult answer(EngineOutput.Infer question);
}
