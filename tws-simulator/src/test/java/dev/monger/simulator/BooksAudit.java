package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.monger.simulator.backend.AccountBooks;
import dev.monger.simulator.backend.Adjustment;
import dev.monger.simulator.backend.Execution;
import dev.monger.simulator.backend.Holding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;

/** Counts every account's books again, from executions and adjustments alone. */
final class BooksAudit {
    private static final long CENT_E8 = 1_000_000L;

    private final Map<Integer, Long> shares = new TreeMap<>();
    private long cash;
    private long capital;
    private long commissions;
    private long realized;

    private BooksAudit() {}

    /** Fails unless the books of every account are what its executions and adjustments make. */
    static void of(TwsSimulator simulator) {
        for (AccountBooks books : simulator.backend().allBooks()) {
            BooksAudit audit = new BooksAudit();
            for (Execution execution : simulator.backend().executions()) {
                if (execution.origin().account().equals(books.account())) {
                    audit.count(execution);
                }
            }
            for (Adjustment adjustment : simulator.backend().mishaps().adjustments()) {
                if (adjustment.account().equals(books.account())) {
                    audit.count(adjustment);
                }
            }
            audit.compare(books);
            books.holdings().forEach(holding -> compareTrades(simulator, books, holding));
        }
    }

    private void count(Execution execution) {
        Execution.Trade trade = execution.trade();
        long signed = trade.buy() ? trade.shares() : -trade.shares();
        shares.merge(execution.conId(), signed, Long::sum);
        cash -= signed * trade.priceE8() + execution.charge().commissionE8();
        commissions += execution.charge().commissionE8();
        realized += execution.charge().realizedE8();
    }

    private void count(Adjustment adjustment) {
        shares.merge(adjustment.conId(), adjustment.shares(), Long::sum);
        cash += adjustment.cashE8();
        realized += adjustment.realizedE8();
        capital += adjustment.capitalE8();
    }

    /** What was realized must follow from the trades alone, at the average cost of what is held. */
    private static void compareTrades(TwsSimulator simulator, AccountBooks books, Holding holding) {
        boolean moved =
                simulator.backend().mishaps().adjustments().stream()
                        .anyMatch(one ->
                                one.account().equals(books.account())
                                        && one.conId() == holding.conId());
        if (moved) {
            return;
        }
        BigDecimal held = BigDecimal.ZERO;
        BigDecimal basis = BigDecimal.ZERO;
        BigDecimal flow = BigDecimal.ZERO;
        for (Execution execution : simulator.backend().executions()) {
            if (!execution.origin().account().equals(books.account())
                    || execution.conId() != holding.conId()) {
                continue;
            }
            Execution.Trade trade = execution.trade();
            BigDecimal signed = BigDecimal.valueOf(trade.buy() ? trade.shares() : -trade.shares());
            BigDecimal paid =
                    signed.multiply(BigDecimal.valueOf(trade.priceE8()))
                            .add(BigDecimal.valueOf(execution.charge().commissionE8()));
            flow = flow.add(paid);
            BigDecimal after = held.add(signed);
            if (after.signum() == 0) {
                basis = BigDecimal.ZERO;
            } else if (held.signum() * signed.signum() >= 0) {
                basis = basis.add(paid);
            } else if (after.signum() == held.signum()) {
                basis = basis.multiply(after).divide(held, MathContext.DECIMAL128);
            } else {
                basis = paid.multiply(after).divide(signed, MathContext.DECIMAL128);
            }
            held = after;
        }
        // Less than a cent may be lost to rounding, trade by trade.
        assertThat(BigDecimal.valueOf(holding.realizedE8()))
                .as("realized by the trades of %d", holding.conId())
                .isCloseTo(basis.subtract(flow), within(BigDecimal.valueOf(CENT_E8)));
    }

    private void compare(AccountBooks books) {
        // What comes from outside counts as if it had been there from the start.
        assertThat(books.cashE8() - books.startCashE8()).as("cash").isEqualTo(cash - capital);
        assertThat(books.commissionsE8()).as("commissions").isEqualTo(commissions);
        assertThat(books.realizedE8()).as("realized").isEqualTo(realized);
        assertThat(books.cashE8() + books.basisE8())
                .as("cash and basis")
                .isEqualTo(books.startCashE8() + books.realizedE8());
        books.holdings()
                .forEach(holding ->
                        assertThat(holding.shares())
                                .as("shares of %d", holding.conId())
                                .isEqualTo(shares.getOrDefault(holding.conId(), 0L)));
    }
}
