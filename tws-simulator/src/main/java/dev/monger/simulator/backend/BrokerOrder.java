package dev.monger.simulator.backend;

import dev.monger.simulator.venue.Instrument;
import org.jspecify.annotations.Nullable;

/** One order as the broker has it; only the backend changes it. */
public final class BrokerOrder {
    final long permId;
    final Instrument instrument;
    OrderOrigin origin;
    OrderTerms terms;
    long parentPermId;
    OrderStatus status = OrderStatus.PRE_SUBMITTED;
    long filledShares;
    long filledValueE8;
    long lastFillE8;
    long commissionE8;
    boolean heldByParent;
    boolean triggered;
    boolean heldForLocate;
    boolean heldForHours;

    /** On its way to the exchange, not acknowledged yet. */
    boolean inFlight;

    /** What it waited for has come. */
    boolean started;

    /** The sum of shares traded times the rate of their commission, before minimum and maximum. */
    long ratedE8;

    /** The quote or trade a stop that wants two in a row saw last, and whether it was beyond. */
    long seenNanos = Long.MIN_VALUE;

    boolean seenBeyond;
    long stopE8;
    long placedNanos;
    long doneNanos;
    String doneReason = "";

    /** The order this is a picture of, null for the order itself. */
    private @Nullable BrokerOrder pictured;

    BrokerOrder(long permId, Instrument instrument, OrderOrigin origin, OrderTerms terms) {
        this.permId = permId;
        this.instrument = instrument;
        this.origin = origin;
        this.terms = terms;
        this.stopE8 = terms.prices().stopE8();
    }

    /** A picture of the order as it is now; only who it belongs to goes on to be the order's. */
    public BrokerOrder copy() {
        BrokerOrder copy = new BrokerOrder(permId, instrument, origin, terms);
        copy.pictured = itself();
        copy.parentPermId = parentPermId;
        copy.status = status;
        copy.filledShares = filledShares;
        copy.filledValueE8 = filledValueE8;
        copy.lastFillE8 = lastFillE8;
        copy.commissionE8 = commissionE8;
        copy.heldByParent = heldByParent;
        copy.triggered = triggered;
        copy.heldForLocate = heldForLocate;
        copy.heldForHours = heldForHours;
        copy.stopE8 = stopE8;
        copy.placedNanos = placedNanos;
        copy.doneNanos = doneNanos;
        copy.doneReason = doneReason;
        return copy;
    }

    /** The order itself, also when this is a picture of it. */
    BrokerOrder itself() {
        BrokerOrder living = pictured;
        return living == null ? this : living;
    }

    /** The broker's number, unique in the account, kept for life. */
    public long permId() {
        return permId;
    }

    /** What it trades. */
    public Instrument instrument() {
        return instrument;
    }

    /** Who placed it, under the number that the order has there now. */
    public OrderOrigin origin() {
        return itself().origin;
    }

    /** What it asks for now, reductions included. */
    public OrderTerms terms() {
        return terms;
    }

    /** The parent's permId, 0 for none. */
    public long parentPermId() {
        return parentPermId;
    }

    /** Where it stands. */
    public OrderStatus status() {
        return status;
    }

    /** Shares traded. */
    public long filledShares() {
        return filledShares;
    }

    /** Shares still to trade; of an order that has ended, those that did not. */
    public long remainingShares() {
        return terms.shares() - filledShares;
    }

    /**
     * Average price of what traded, units of 1e-8, rounded to the nearest; 0 before the first fill.
     */
    public long averageFillE8() {
        return filledShares == 0 ? 0 : (filledValueE8 + filledShares / 2) / filledShares;
    }

    /** Price of the last fill, 0 before the first. */
    public long lastFillE8() {
        return lastFillE8;
    }

    /** Commissions charged so far. */
    public long commissionE8() {
        return commissionE8;
    }

    /** The stop as it stands now, 0 for orders without. */
    public long stopE8() {
        return stopE8;
    }

    /**
     * The worst price it may trade at now, 0 for any price; that of a trailing limit follows its
     * stop.
     */
    public long limitE8() {
        if (terms.kind() != OrderKind.TRAIL_LIMIT) {
            return terms.kind().hasLimit() ? terms.prices().limitE8() : 0;
        }
        long offset = terms.prices().limitOffsetE8();
        return stopE8 == 0 ? 0 : terms.buy() ? stopE8 + offset : stopE8 - offset;
    }

    /** Whether a stop has been reached. */
    public boolean triggered() {
        return triggered;
    }

    /** What TWS calls whyHeld. */
    public String whyHeld() {
        if (status.isDone()) {
            return "";
        }
        if (heldForLocate) {
            return "locate";
        }
        boolean waitsForStop = terms.kind().waitsForStop() && !triggered;
        if (heldByParent) {
            return waitsForStop ? "child,trigger" : "child";
        }
        return waitsForStop ? "trigger" : "";
    }

    /** When it was placed, nanoseconds since the Unix epoch. */
    public long placedNanos() {
        return placedNanos;
    }

    /** When it ended, 0 while it lives. */
    public long doneNanos() {
        return doneNanos;
    }

    /** Why it ended, empty when there is nothing to say. */
    public String doneReason() {
        return doneReason;
    }

    /** Whether it is held until somebody lends the shares it sells. */
    public boolean waitsForLocate() {
        return isLive() && heldForLocate;
    }

    /** Whether it has not ended. */
    public boolean isLive() {
        return !status.isDone();
    }

    @Override
    public String toString() {
        return permId
                + " "
                + (terms.buy() ? "BUY " : "SELL ")
                + terms.shares()
                + " "
                + instrument.symbol()
                + " "
                + status.wireName()
                + " "
                + filledShares;
    }
}
