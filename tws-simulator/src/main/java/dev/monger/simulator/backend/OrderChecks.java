package dev.monger.simulator.backend;

import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.Venue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the broker refuses, and by which code. */
final class OrderChecks {
    private final BackendSettings settings;
    private final Venue venue;
    private final OrderStore store;
    private final Map<String, AccountBooks> books;

    OrderChecks(
            BackendSettings settings,
            Venue venue,
            OrderStore store,
            Map<String, AccountBooks> books) {
        this.settings = settings;
        this.venue = venue;
        this.store = store;
        this.books = books;
    }

    /** What is wrong with terms by themselves, or null. */
    PlaceOutcome.@Nullable Refused terms(Instrument instrument, OrderTerms terms) {
        if (terms.shares() <= 0) {
            return new PlaceOutcome.Refused(434, "The order size cannot be zero.");
        }
        OrderTerms.Prices prices = terms.prices();
        boolean trailing = terms.kind() == OrderKind.TRAIL;
        if (terms.kind().hasLimit() && prices.limitE8() <= 0) {
            return invalid("a limit order needs a limit price above zero");
        }
        if (terms.kind().waitsForStop() && !trailing && prices.stopE8() <= 0) {
            return invalid("a stop order needs a stop price (aux price) above zero");
        }
        if (trailing && (prices.trailAmountE8() > 0) == (prices.trailPercentE8() > 0)) {
            return invalid(
                    "a trailing order needs either a trailing amount (aux price) or a trailing percent");
        }
        long tick = instrument.minTickE8();
        boolean offTick =
                (terms.kind().hasLimit() && prices.limitE8() % tick != 0)
                        || (!trailing && prices.stopE8() % tick != 0)
                        || prices.trailAmountE8() % tick != 0;
        if (offTick) {
            return new PlaceOutcome.Refused(
                    110,
                    "The price does not conform to the minimum price variation for this contract.");
        }
        if (terms.life().timeInForce() == TimeInForce.GTD
                && terms.life().goodTillNanos() <= venue.nowNanos()) {
            return new PlaceOutcome.Refused(334, "Invalid Good Till Date: it is already past.");
        }
        return null;
    }

    /** Why the broker rejects a new order after having looked at it, or null. */
    @Nullable String rejection(
            String account, Instrument instrument, OrderTerms terms, boolean child) {
        int active = 0;
        for (BrokerOrder order : store.live(instrument.conId())) {
            if (order.terms.buy() == terms.buy() && order.origin.account().equals(account)) {
                active++;
            }
        }
        if (active >= settings.mostOrdersPerSide()) {
            return "No more than "
                    + settings.mostOrdersPerSide()
                    + " active orders per contract and side are accepted.";
        }
        AccountBooks own = books.get(account);
        if (child || own == null) {
            return null;
        }
        long held = own.shares(instrument.conId());
        long signed = terms.buy() ? terms.shares() : -terms.shares();
        long more = Math.abs(held + signed) - Math.abs(held);
        long price = priceE8(instrument, terms);
        if (more > 0
                && more > own.availableE8() / settings.marginPercent() * 100 / Math.max(1, price)) {
            return "YOUR ORDER IS NOT ACCEPTED. The equity with loan value must exceed the initial margin.";
        }
        return null;
    }

    /** Why a modification is refused, or null. */
    PlaceOutcome.@Nullable Refused change(
            BrokerOrder order, Instrument instrument, OrderTerms terms) {
        if (order.status() == OrderStatus.FILLED) {
            return new PlaceOutcome.Refused(104, "Cannot modify a filled order.");
        }
        if (order.status().isDone()) {
            return new PlaceOutcome.Refused(103, "Duplicate order id");
        }
        boolean differs =
                instrument.conId() != order.instrument().conId()
                        || terms.buy() != order.terms().buy();
        if (differs) {
            return new PlaceOutcome.Refused(
                    105, "Order being modified does not match original order.");
        }
        if (terms.kind() != order.terms().kind()) {
            return new PlaceOutcome.Refused(
                    329, "Order modify failed. Cannot change to the new order type.");
        }
        if (!terms.ocaGroup().isEmpty() && !terms.ocaGroup().equals(order.terms().ocaGroup())) {
            return new PlaceOutcome.Refused(10326, "OCA group revision is not allowed.");
        }
        if (terms.shares() > 0 && terms.shares() <= order.filledShares()) {
            return new PlaceOutcome.Refused(
                    201,
                    "Order rejected - reason:The new size is not above what has already traded.");
        }
        return terms(instrument, terms);
    }

    private long priceE8(Instrument instrument, OrderTerms terms) {
        if (terms.kind().hasLimit()) {
            return terms.prices().limitE8();
        }
        Market market = venue.market(instrument.conId());
        return market == null ? 0 : market.markE8();
    }

    private static PlaceOutcome.Refused invalid(String cause) {
        return new PlaceOutcome.Refused(321, "Error validating request.-'bW' : cause - " + cause);
    }
}
