package dev.monger.fleet.workload;

import dev.monger.fleet.checker.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a failing script short: leaves out whatever is not needed for the same invariant to break,
 * in ever smaller parts, then the tickers to which nothing happens.
 */
public final class Shrinker {

    private static final int MOST_PLAYS = 400;

    private final Violation violation;
    private int plays;

    private Shrinker(Violation violation) {
        this.violation = violation;
    }

    /**
     * Returns a short script in which the same invariant breaks.
     *
     * @param violation the first that was found in it
     */
    public static Script shrunk(Script script, Violation violation) {
        return new Shrinker(violation).shrink(script);
    }

    private Script shrink(Script script) {
        Script shorter = cut(script);
        boolean smaller = true;
        while (smaller && plays < MOST_PLAYS) {
            int before = shorter.happenings().size();
            shorter = without(shorter);
            smaller = shorter.happenings().size() < before;
        }
        return fewerTickers(shorter);
    }

    /** What comes after the violation cannot have caused it. */
    private Script cut(Script script) {
        long millis = violation.atNanos() / 1_000_000L + 1;
        List<Happening> before =
                script.happenings().stream().filter(one -> one.millis() <= millis).toList();
        Setting setting = script.setting();
        Setting sooner =
                new Setting(
                        setting.seed(),
                        setting.tickers(),
                        setting.switches(),
                        Math.min(setting.millis(), millis));
        Script cut = new Script(sooner, before);
        if (fails(cut)) {
            return cut;
        }
        Script same = script.with(before);
        return fails(same) ? same : script;
    }

    private Script without(Script script) {
        Script shorter = script;
        int size = Math.max(1, shorter.happenings().size() / 2);
        while (size >= 1 && plays < MOST_PLAYS) {
            int from = 0;
            while (from < shorter.happenings().size() && plays < MOST_PLAYS) {
                List<Happening> rest = new ArrayList<>(shorter.happenings());
                rest.subList(from, Math.min(rest.size(), from + size)).clear();
                Script candidate = shorter.with(rest);
                if (fails(candidate)) {
                    shorter = candidate;
                } else {
                    from += size;
                }
            }
            size /= 2;
        }
        return shorter;
    }

    private Script fewerTickers(Script script) {
        Script fewer = script;
        for (String ticker : script.setting().tickers()) {
            boolean named =
                    fewer.happenings().stream().anyMatch(one -> one.deed().text().contains(ticker));
            if (!named && fewer.setting().tickers().size() > 1) {
                Setting setting = fewer.setting();
                List<String> left = new ArrayList<>(setting.tickers());
                left.remove(ticker);
                Script candidate =
                        fewer.in(
                                new Setting(
                                        setting.seed(),
                                        left,
                                        setting.switches(),
                                        setting.millis()));
                fewer = fails(candidate) ? candidate : fewer;
            }
        }
        return fewer;
    }

    private boolean fails(Script script) {
        plays++;
        return Performance.play(script, false).violations().stream()
                .anyMatch(found -> found.invariant() == violation.invariant());
    }
}
