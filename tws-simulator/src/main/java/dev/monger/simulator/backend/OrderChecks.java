package dev.monger.simulator.backend;

import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the broker refuses, and by which code; and what it warns of. */
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
        String problem = incomplete(terms);
        if (problem != null) {
            return new PlaceOutcome.Refused(
                    321, "Error validating request.-'bW' : cause - " + problem);
        }
        if (isOffTick(instrument, terms)) {
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

    private @Nullable String incomplete(OrderTerms terms) {
        OrderTerms.Prices prices = terms.prices();
        OrderKind kind = terms.kind();
        if (kind.writesLimit() && prices.limitE8() <= 0) {
            return "a limit order needs a limit price above zero";
        }
        if (kind.waitsForStop() && !kind.trails() && prices.stopE8() <= 0) {
            return "a stop order needs a stop price (aux price) above zero";
        }
        if (kind.trails() && (prices.trailAmountE8() > 0) == (prices.trailPercentE8() > 0)) {
            return "a trailing order needs either a trailing amount (aux price) or a trailing percent";
        }
        boolean auction =
                kind == OrderKind.MARKET
                        || kind == OrderKind.LIMIT
                        || terms.life().timeInForce() != TimeInForce.OPG;
        if (!auction) {
            return "OPG takes MKT and LMT orders only, was " + kind.wireName();
        }
        boolean day = terms.life().timeInForce() == TimeInForce.DAY;
        if (kind.waitsForClose() && !day) {
            return kind.wireName() + " orders are for the day, was " + terms.life().timeInForce();
        }
        for (Condition condition : terms.start().conditions()) {
            int conId = conId(condition);
            if (conId != 0 && venue.market(conId) == null) {
                return "a condition names a contract that is not listed, conId " + conId;
            }
        }
        return null;
    }

    private static int conId(Condition condition) {
        return switch (condition) {
            case Condition.Price price -> price.conId();
            case Condition.Volume volume -> volume.conId();
            case Condition.PercentChange change -> change.conId();
            case Condition.Time time -> 0;
            case Condition.Margin margin -> 0;
            case Condition.Execution execution -> 0;
        };
    }

    private static boolean isOffTick(Instrument instrument, OrderTerms terms) {
        long tick = instrument.minTickE8();
        OrderTerms.Prices prices = terms.prices();
        boolean trails = terms.kind().trails();
        return (terms.kind().writesLimit() && prices.limitE8() % tick != 0)
                || (!trails && prices.stopE8() % tick != 0)
                || prices.limitOffsetE8() % tick != 0
                || prices.trailAmountE8() % tick != 0;
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

    /** What the broker says of an order it takes. */
    List<OrderDesk.Notice> warnings(BrokerOrder order) {
        List<OrderDesk.Notice> warnings = new ArrayList<>();
        OrderTerms terms = order.terms;
        if (terms.life().outsideRegularHours() && Hours.ignoresExtendedHours(terms)) {
            warnings.add(
                    new OrderDesk.Notice(
                            2109,
                            "Order Event Warning:Attribute 'Outside Regular Trading Hours' is ignored based on the order type and destination. PlaceOrder is now being processed."));
        }
        AccountBooks own = books.get(order.origin.account());
        long held = own == null ? 0 : own.shares(order.instrument.conId());
        boolean closes = terms.buy() ? held < 0 : held > 0;
        if (order.parentPermId == 0 && closes && terms.shares() > Math.abs(held)) {
            warnings.add(
                    new OrderDesk.Notice(
                            2137,
                            "The closing order quantity is greater than your current position."));
        }
        return warnings;
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
        if (order.inFlight || order.status() == OrderStatus.PENDING_CANCEL) {
            return new PlaceOutcome.Refused(
                    2102, "Unable to modify this order as it is still being processed.");
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
        PlaceOutcome.Refused group = groupRevision(order.terms(), terms);
        if (group != null) {
            return group;
        }
        if (terms.shares() > 0 && terms.shares() <= order.filledShares()) {
            return new PlaceOutcome.Refused(
                    201,
                    "Order rejected - reason:The new size is not above what has already traded.");
        }
        return terms(instrument, terms);
    }

    private static PlaceOutcome.@Nullable Refused groupRevision(OrderTerms old, OrderTerms terms) {
        if (!terms.ocaGroup().isEmpty() && !terms.ocaGroup().equals(old.ocaGroup())) {
            return new PlaceOutcome.Refused(10326, "OCA group revision is not allowed.");
        }
        boolean typeDiffers =
                !terms.ocaGroup().isEmpty()
                        && terms.ocaType() != 0
                        && old.ocaType() != 0
                        && terms.ocaType() != old.ocaType();
        return typeDiffers
                ? new PlaceOutcome.Refused(10327, "OCA group type revision is not allowed.")
                : null;
    }

    private long priceE8(Instrument instrument, OrderTerms terms) {
        if (terms.kind().writesLimit()) {
            return terms.prices().limitE8();
        }
        Market market = venue.market(instrument.conId());
        return market == null ? 0 : market.markE8();
    }
}
