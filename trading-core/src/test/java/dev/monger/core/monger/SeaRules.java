package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import java.util.ArrayList;
import java.util.List;

/** By which rules a sea is sailed. */
record SeaRules(boolean trailing, boolean locks, boolean patient) {

    static SeaRules by(Chance chance) {
        return new SeaRules(chance.oneIn(3), chance.oneIn(2), chance.oneIn(2));
    }

    Assignment assignment() {
        List<String> fields =
                new ArrayList<>(
                        List.of(
                                "signals.allowShort", "true",
                                "exit.maximumHolding", "40s",
                                "exit.trailing", String.valueOf(trailing),
                                "risk.messagesPerFill", "10000"));
        if (locks) {
            fields.addAll(
                    List.of(
                            "exit.profitLock.activation", "0.05",
                            "exit.profitLock.floor", "0.02",
                            "risk.maximumLossPerTrade", "20"));
        }
        if (patient) {
            fields.addAll(List.of("exit.pricing", "join", "exit.offsetTicks", "0"));
        }
        return Story.assigned(fields.toArray(String[]::new));
    }
}
