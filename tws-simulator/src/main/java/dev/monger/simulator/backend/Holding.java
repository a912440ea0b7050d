package dev.monger.simulator.backend;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * One account's position in one contract, exact to 1e-8.
 *
 * <p>The basis is the signed cash that opening the present position took, commissions included:
 * positive for long, negative for short. A trade through zero is booked as a closing and an opening
 * one.
 */
public final class Holding {
    private static final String NO_EXECUTION = "";

    private final int conId;

    /** What happened since {@link #first}, oldest first. */
    private final List<Entry> entries = new ArrayList<>();

    private Start first = new Start(0, 0, 0);
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

    private record Start(long shares, long basisE8, long realizedE8) {}

    /** One trade, or a split when the ratio is not 1. */
    private record Entry(
            String execution, long signedShares, long priceE8, long commissionE8, long ratio) {}

    /** Shares change hands without an execution; returns what that realized. */
    Execution.Charge move(long signedShares, long priceE8) {
        return book(NO_EXECUTION, signedShares, priceE8, 0);
    }

    /**
     * Books a trade and returns what it realized.
     *
     * @param execution the execution's name, the same for all its corrections
     * @param signedShares positive when bought
     */
    Execution.Charge book(String execution, long signedShares, long priceE8, long commissionE8) {
        entries.add(new Entry(execution, signedShares, priceE8, commissionE8, 1));
        return count(signedShares, priceE8, commissionE8);
    }

    /**
     * Makes a trade another one, as if it had been that from the start; returns how much more all
     * trades together have realized by it.
     */
    long correct(String execution, long signedShares, long priceE8) {
        int place = entries.size() - 1;
        while (place >= 0 && !entries.get(place).execution().equals(execution)) {
            place--;
        }
        if (place < 0) {
            throw new IllegalStateException(
                    "Invariant: only what was booked is corrected, " + execution);
        }
        Entry old = entries.get(place);
        entries.set(
                place,
                new Entry(execution, signedShares, priceE8, old.commissionE8(), old.ratio()));
        Holding again = new Holding(conId);
        again.shares = first.shares();
        again.basisE8 = first.basisE8();
        again.realizedE8 = first.realizedE8();
        entries.forEach(again::repeat);
        long moreE8 = again.realizedE8 - realizedE8;
        shares = again.shares;
        basisE8 = again.basisE8;
        realizedE8 = again.realizedE8;
        // The account notices today, whenever the trade was.
        dayRealizedE8 += moreE8;
        dayCashE8 += old.signedShares() * old.priceE8() - signedShares * priceE8;
        return moreE8;
    }

    private void repeat(Entry entry) {
        if (entry.ratio() != 1) {
            multiply(entry.ratio());
        } else {
            count(entry.signedShares(), entry.priceE8(), entry.commissionE8());
        }
    }

    private Execution.Charge count(long signedShares, long priceE8, long commissionE8) {
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
        entries.add(new Entry(NO_EXECUTION, 0, 0, 0, ratio));
        multiply(ratio);
    }

    private void multiply(long ratio) {
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
        first = new Start(shares, basisE8, realizedE8);
        entries.clear();
    }

    /** The position as it is now; only the position itself can be corrected. */
    Holding copy() {
        Holding copy = new Holding(conId);
        copy.restore(fields());
        return copy;
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
