package dev.monger.simulator.backend;

import dev.monger.simulator.venue.Instrument;

/**
 * The answer to a what-if order, units of 1e-8.
 *
 * @param marginBeforeE8 margin needed now
 * @param marginChangeE8 how much more the order would need
 * @param equityE8 equity with loan value now
 * @param commissionE8 what the order would cost if it traded at the price assumed
 * @param leastCommissionE8 the least it could cost
 * @param mostCommissionE8 the most it could cost
 */
public record Preview(
        long marginBeforeE8,
        long marginChangeE8,
        long equityE8,
        long commissionE8,
        long leastCommissionE8,
        long mostCommissionE8) {

    /** The order is taken to trade at its limit, or, without one, at the price of the market. */
    static Preview of(
            AccountBooks books, BackendSettings settings, Instrument instrument, OrderTerms terms) {
        long price =
                terms.kind().writesLimit()
                        ? terms.prices().limitE8()
                        : books.markE8(instrument.conId());
        long held = books.shares(instrument.conId());
        long signed = terms.buy() ? terms.shares() : -terms.shares();
        long more = (Math.abs(held + signed) - Math.abs(held)) * price;
        Commission list = settings.commission();
        long value = price * terms.shares();
        long rated = terms.shares() * list.rateE8(books.monthShares());
        long whole = list.wholeE8(rated, value);
        return new Preview(
                books.marginE8(),
                more / 100 * settings.marginPercent(),
                books.netLiquidationE8(),
                whole,
                Math.min(whole, list.minimumE8()),
                Math.max(whole, Math.min(list.mostE8(value), rated + list.minimumE8())));
    }
}
