package dev.monger.core.portfolio;

/**
 * All that the account's guard knows.
 *
 * @param link the way to the broker
 * @param polls what was enumerated in this session
 * @param pnl whether the P&L is known
 * @param latch the daily-loss limit
 * @param hands what hands did
 * @param own the fleet's orders
 * @param positions what the account holds
 * @param beat heartbeats so far and the next one's time
 * @param breaches how many there were, so that each has its own name
 * @param seasoned whether this state was ever reconciled: what topics recall then comes too late
 */
public record PortfolioState(
        AccountLink link,
        Polls polls,
        PnlWatch pnl,
        LossLatch latch,
        HandsLedger hands,
        OwnOrders own,
        Positions positions,
        Beat beat,
        long breaches,
        boolean seasoned) {

    /** Heartbeats so far, and the time of the next by the monotonic clock. */
    public record Beat(long count, long nextNanos) {}

    /** Nothing is known. */
    public static final PortfolioState EMPTY =
            new PortfolioState(
                    new AccountLink.Down(),
                    Polls.NONE,
                    new PnlWatch.Off(),
                    new LossLatch.Clear(),
                    HandsLedger.EMPTY,
                    OwnOrders.EMPTY,
                    Positions.NONE,
                    new Beat(0, Long.MIN_VALUE),
                    0,
                    false);

    /** Tells whether something may open anywhere in the account. */
    public boolean permitted() {
        return PermitGate.closed(this).isEmpty();
    }

    PortfolioState withLink(AccountLink value) {
        return new PortfolioState(
                value, polls, pnl, latch, hands, own, positions, beat, breaches, seasoned);
    }

    PortfolioState withPolls(Polls value) {
        return new PortfolioState(
                link,
                value,
                pnl,
                latch,
                hands,
                own,
                positions,
                beat,
                breaches,
                seasoned || value.reconciled());
    }

    PortfolioState withPnl(PnlWatch value) {
        return new PortfolioState(
                link, polls, value, latch, hands, own, positions, beat, breaches, seasoned);
    }

    PortfolioState withLatch(LossLatch value) {
        long count =
                breaches + (value instanceof LossLatch.Breached && !latch.equals(value) ? 1 : 0);
        return new PortfolioState(
                link, polls, pnl, value, hands, own, positions, beat, count, seasoned);
    }

    PortfolioState withHands(HandsLedger value) {
        return new PortfolioState(
                link, polls, pnl, latch, value, own, positions, beat, breaches, seasoned);
    }

    PortfolioState withOwn(OwnOrders value) {
        return new PortfolioState(
                link, polls, pnl, latch, hands, value, positions, beat, breaches, seasoned);
    }

    PortfolioState withPositions(Positions value) {
        return new PortfolioState(
                link, polls, pnl, latch, hands, own, value, beat, breaches, seasoned);
    }

    PortfolioState withBeat(Beat value) {
        return new PortfolioState(
                link, polls, pnl, latch, hands, own, positions, value, breaches, seasoned);
    }
}
