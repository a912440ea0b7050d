package dev.monger.simulator.backend;

import java.math.BigInteger;

/**
 * One account's position in one contract, exact to 1e-8.
 *
 * <p>The basis is the signed cash that opening the present position took, commissions included:
 * positive for long, negative for short. A trade through zero is booked as a closing and an opening
 * one.
 */
public final class Holding {
    private final int conId;
    private long shares;
    private long basisE8;
    private long realizedE8;
    private long commissionsE8;
    private long dayStartValueE8;
    private long dayCashE8;
    private long dayRealizedE8;

    Holding(int conId) {
        this.conId = conId;
    }

    /**
     * Books a trade and returns what it realized.
     *
     * @param signedShares positive when bought
     */
    Execution.Charge book(long signedShares, long priceE8, long commissionE8) {
        commissionsE8 += commissionE8;
        long size = Math.abs(signedShares);
        boolean closes = shares != 0 && Long.signum(signedShares) != Long.signum(shares);
        long closed = closes ? Math.min(size, Math.abs(shares)) : 0;
        long closedCommission = commissionE8 * closed / size;
        long realized = 0;
        long sign = Long.signum(signedShares);
        dayCashE8 += -signedShares * priceE8 - commissionE8;
        if (closed > 0) {
            realized = close(sign * closed, priceE8, closedCommission);
        }
        long opened = size - closed;
        if (opened > 0) {
            basisE8 += sign * opened * priceE8 + (commissionE8 - closedCommission);
            shares += sign * opened;
        }
        realizedE8 += realized;
        dayRealizedE8 += realized;
        return new Execution.Charge(commissionE8, closed > 0, realized);
    }

    private long close(long signedShares, long priceE8, long commissionE8) {
        long cash = -signedShares * priceE8 - commissionE8;
        long portion =
                BigInteger.valueOf(basisE8)
                        .multiply(BigInteger.valueOf(Math.abs(signedShares)))
                        .divide(BigInteger.valueOf(Math.abs(shares)))
                        .longValueExact();
        basisE8 -= portion;
        shares += signedShares;
        return cash - portion;
    }

    void split(long ratio) {
        shares = Math.multiplyExact(shares, ratio);
    }

    void startDay(long markE8) {
        dayStartValueE8 = shares * markE8;
        dayCashE8 = 0;
        dayRealizedE8 = 0;
    }

    void restore(long[] fields) {
        shares = fields[0];
        basisE8 = fields[1];
        realizedE8 = fields[2];
        commissionsE8 = fields[3];
        dayStartValueE8 = fields[4];
        dayCashE8 = fields[5];
        dayRealizedE8 = fields[6];
    }

    long[] fields() {
        return new long[] {
            shares, basisE8, realizedE8, commissionsE8, dayStartValueE8, dayCashE8, dayRealizedE8
        };
    }

    /** The contract. */
    public int conId() {
        return conId;
    }

    /** Shares held, negative when short. */
    public long shares() {
        return shares;
    }

    /** The signed cost of what is held, commissions included. */
    public long basisE8() {
        return basisE8;
    }

    /** Cost per share, commissions included, rounded toward zero; 0 when flat. */
    public long averageCostE8() {
        return shares == 0 ? 0 : basisE8 / shares;
    }

    /** Profit realized since the books began. */
    public long realizedE8() {
        return realizedE8;
    }

    /** Profit realized today. */
    public long dayRealizedE8() {
        return dayRealizedE8;
    }

    /** Commissions paid since the books began. */
    public long commissionsE8() {
        return commissionsE8;
    }

    /** What closing at a price would realize, its commission not counted. */
    public long unrealizedE8(long markE8) {
        return shares * markE8 - basisE8;
    }

    /** The change of value since the day began, trades and commissions of the day included. */
    public long dailyE8(long markE8) {
        return shares * markE8 - dayStartValueE8 + dayCashE8;
    }
}
