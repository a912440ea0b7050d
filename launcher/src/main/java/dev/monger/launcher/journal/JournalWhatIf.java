package dev.monger.launcher.journal;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.AssignmentFields;
import dev.monger.engine.journal.Decoded;
import dev.monger.engine.journal.SegmentReader;
import dev.monger.engine.journal.StepOutcome;
import dev.monger.engine.monger.MongerEngine;
import dev.monger.fleet.whatif.Recording;
import dev.monger.fleet.whatif.WhatIf;
import dev.monger.launcher.stack.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Trades a journal's market again, with the assignment of then and with another. */
public final class JournalWhatIf {

    private JournalWhatIf() {}

    /** Both sides of the question. */
    public record Answer(WhatIf.Result then, WhatIf.Result other) {}

    /**
     * Asks it.
     *
     * @param changes fields of the assignment, by their dotted names, that are to be others
     */
    public static Answer ask(List<Path> segments, Map<String, String> changes)
            throws Refusal, IOException {
        Recording recording =
                new Recording(new MongerEngine(JournalReplay.settings(segments.getFirst())));
        for (Path file : segments) {
            take(JournalReplay.open(file), recording);
        }
        Assignment assignment = recording.assignment();
        if (recording.isEmpty() || assignment == null) {
            throw new Refusal(
                    Refusal.BAD_INPUT,
                    segments.getFirst() + " has no market in it: there is nothing to trade again");
        }
        return new Answer(
                WhatIf.trade(recording, assignment),
                WhatIf.trade(recording, changed(assignment, changes)));
    }

    private static void take(SegmentReader segment, Recording recording) {
        Decoded decoded = segment.next();
        while (!(decoded instanceof Decoded.End
                || decoded instanceof Decoded.TruncatedTail
                || decoded instanceof Decoded.Corrupt)) {
            if (decoded instanceof Decoded.Entry entry
                    && entry.record().outcome() instanceof StepOutcome.Taken) {
                recording.take(entry.record().input());
            }
            decoded = segment.next();
        }
    }

    private static Assignment changed(Assignment assignment, Map<String, String> changes)
            throws Refusal {
        SortedMap<String, String> fields = AssignmentFields.write(assignment);
        fields.putAll(changes);
        return switch (AssignmentFields.read(fields)) {
            case AssignmentFields.Outcome.Read read -> read.assignment();
            case AssignmentFields.Outcome.Refused refused ->
                    throw new Refusal(
                            Refusal.BAD_INPUT,
                            refused.problems().stream()
                                    .map(Object::toString)
                                    .collect(Collectors.joining("; ", "--set: ", "")));
        };
    }
}
