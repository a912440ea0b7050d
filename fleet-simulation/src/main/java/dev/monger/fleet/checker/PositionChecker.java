package dev.monger.fleet.checker;

import dev.monger.core.model.Quantity;
import dev.monger.core.monger.LedgerEntry;
import dev.monger.core.monger.MongerFact;
import dev.monger.core.monger.MongerState;
import dev.monger.simulator.backend.Execution;

/**
 * 1: position = baseline + execution families, each once, + manual + adjustments; in calm it equals
 * the broker's.
 */
final class PositionChecker implements Checker {

    @Override
    public void stepped(Scene scene, Findings findings) {
        var known = scene.before().ledger().entries();
        var entries = scene.after().ledger().entries();
        if (entries.equals(known)) {
            return;
        }
        for (LedgerEntry entry : entries.values()) {
            boolean anew = !entry.equals(known.get(entry.family()));
            if (anew && entry.origin() != LedgerEntry.Origin.ADJUSTMENT) {
                executed(scene, entry, findings);
            }
        }
    }

    private static void executed(Scene scene, LedgerEntry entry, Findings findings) {
        for (Execution execution : scene.sight().executions(scene.ticker())) {
            if (execution.execId().equals(String.valueOf(entry.execId()))) {
                boolean ours =
                        Refs.ours(execution.orderRef(), scene.ticker())
                                && !execution.origin().manual();
                boolean booked = entry.origin() == LedgerEntry.Origin.OURS;
                if (!entry.change().equals(signed(execution)) || ours != booked) {
                    findings.add(1, "booked " + entry + ", the broker has " + execution);
                }
                return;
            }
        }
        findings.add(1, scene.ticker() + " booked an execution the broker never had: " + entry);
    }

    private static Quantity signed(Execution execution) {
        long shares = execution.trade().shares();
        return Quantity.ofShares(execution.trade().buy() ? shares : -shares);
    }

    @Override
    public void calm(Calm calm, Findings findings) {
        for (String ticker : calm.sight().tickers()) {
            if (calm.commands().stopped(ticker)) {
                // Nobody is there to hear what people do.
                continue;
            }
            MongerState state = calm.state(ticker);
            TickerSight truth = calm.sight().of(ticker);
            MongerFact.Shares shares = state.ledger().shares();
            same(ticker, "own share", shares.own(), truth.own(), findings);
            if (!calm.blame().booksMoved()) {
                same(ticker, "manual share", shares.manual(), truth.share().manual(), findings);
                same(ticker, "position", shares.expected(), truth.net(), findings);
            }
        }
    }

    private static void same(
            String ticker, String what, Quantity known, long truth, Findings findings) {
        if (!known.equals(Quantity.ofShares(truth))) {
            findings.add(
                    1,
                    "in calm, "
                            + what
                            + " of "
                            + ticker
                            + " is "
                            + truth
                            + " by the broker's books, the monger knows "
                            + known);
        }
    }
}
