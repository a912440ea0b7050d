package dev.monger.core.monger;

import dev.monger.core.model.ClientId;
import dev.monger.core.model.LeaseEpoch;
import dev.monger.core.model.Ticker;

/**
 * All that one monger knows: a record of small machines, each with its own table of transitions.
 *
 * @param session who it is and what it was told to do
 * @param link the two links to the broker
 * @param market what is seen of the market
 * @param book our orders
 * @param ledger the position and the profit
 * @param reconciliation comparing with the broker
 * @param conduct what it is doing by command
 * @param closing the procedure that closes the position
 * @param latch the halted latch
 * @param lock what of the present profit is locked
 * @param clock how the broker's clock stands to ours
 * @param told what was last told outside
 */
public record MongerState(
        Session session,
        LinkState link,
        Market market,
        OrderBook book,
        Ledger ledger,
        Reconciliation reconciliation,
        Conduct conduct,
        Closing closing,
        LatchState latch,
        LockState lock,
        ClockView clock,
        Told told) {

    /** Returns the state of a monger that was told nothing yet. */
    public static MongerState initial(Ticker ticker, LeaseEpoch epoch, ClientId clientId) {
        return new MongerState(
                Session.of(ticker, epoch, clientId),
                new LinkState.Down(),
                Market.UNSEEN,
                OrderBook.EMPTY,
                Ledger.EMPTY,
                Reconciliation.NEEDED,
                Conduct.INITIAL,
                new Closing.Idle(),
                new LatchState.Clear(),
                new LockState.Unarmed(),
                new ClockView.NotCompared(),
                Told.NOTHING);
    }

    MongerState with(Session value) {
        return new MongerState(
                value,
                link,
                market,
                book,
                ledger,
                reconciliation,
                conduct,
                closing,
                latch,
                lock,
                clock,
                told);
    }

    MongerState with(LinkState value) {
        return new MongerState(
                session,
                value,
                market,
                book,
                ledger,
                reconciliation,
                conduct,
                closing,
                latch,
                lock,
                clock,
                told);
    }

    MongerState with(Market value) {
        return new MongerState(
                session,
                link,
                value,
                book,
                ledger,
                reconciliation,
                conduct,
                closing,
                latch,
                lock,
                clock,
                told);
    }

    MongerState with(OrderBook value) {
        return new MongerState(
                session,
                link,
                market,
                value,
                ledger,
                reconciliation,
                conduct,
                closing,
                latch,
                lock,
                clock,
                told);
    }

    MongerState with(Ledger value) {
        return new MongerState(
                session,
                link,
                market,
                book,
                value,
                reconciliation,
                conduct,
                closing,
                latch,
                lock,
                clock,
                told);
    }

    MongerState with(Reconciliation value) {
        return new MongerState(
                session, link, market, book, ledger, value, conduct, closing, latch, lock, clock,
                told);
    }

    MongerState with(Conduct value) {
        return new MongerState(
                session,
                link,
                market,
                book,
                ledger,
                reconciliation,
                value,
                closing,
                latch,
                lock,
                clock,
                told);
    }

    MongerState with(Closing value) {
        return new MongerState(
                session,
                link,
                market,
                book,
                ledger,
                reconciliation,
                conduct,
                value,
                latch,
                lock,
                clock,
                told);
    }

    MongerState with(LatchState value) {
        return new MongerState(
                session,
                link,
                market,
                book,
                ledger,
                reconciliation,
                conduct,
                closing,
                value,
                lock,
                clock,
                told);
    }

    MongerState with(LockState value) {
        return new MongerState(
                session,
                link,
                market,
                book,
                ledger,
                reconciliation,
                conduct,
                closing,
                latch,
                value,
                clock,
                told);
    }

    MongerState with(ClockView value) {
        return new MongerState(
                session,
                link,
                market,
                book,
                ledger,
                reconciliation,
                conduct,
                closing,
                latch,
                lock,
                value,
                told);
    }

    MongerState with(Told value) {
        return new MongerState(
                session,
                link,
                market,
                book,
                ledger,
                reconciliation,
                conduct,
                closing,
                latch,
                lock,
                clock,
                value);
    }
}
