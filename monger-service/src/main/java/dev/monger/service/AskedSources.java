package dev.monger.service;

import dev.monger.engine.EngineOutput;
import dev.monger.prediction.InferenceResult;
import dev.monger.prediction.SourceSettings;
import dev.monger.shell.Inference;

/** Asks the sources that a question names; makes them anew when the assignment names others. */
final class AskedSources implements Inference {

    private String made = "";
    private SourceSettings.Read sources = new SourceSettings.Read.None();

    @Override
    public InferenceResult answer(EngineOutput.Infer question) {
        if (!question.sources().equals(made)) {
            made = question.sources();
            sources = SourceSettings.read(made);
        }
        return switch (sources) {
            case SourceSettings.Read.Source(var source) -> source.predict(question.features());
            case SourceSettings.Read.None() ->
                    new InferenceResult.Undecided("indicators", "the assignment names none");
            case SourceSettings.Read.Refused(var problems) ->
                    new InferenceResult.Failed("indicators", String.join("; ", problems));
        };
    }
}
