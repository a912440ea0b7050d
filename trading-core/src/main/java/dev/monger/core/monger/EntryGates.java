package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.ConfidenceBand;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.DayTime;
import dev.monger.core.model.HoursRules;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.TradingWindow;
import org.jspecify.annotations.Nullable;

/** The gates of an entry as questions: each answers for itself, and all must say yes. */
public final class EntryGates {

    private static final int BRACKET_MESSAGES = 3;

    /** So many messages of a day count for nothing: the first entries have no fills yet. */
    private static final int FREE_MESSAGES = 100;

    private EntryGates() {}

    /** Returns the first gate that says no; null when all say yes. */
    public static @Nullable EntryGate refusal(EntryQuestion question) {
        for (EntryGate gate : EntryGate.values()) {
            if (!passes(gate, question)) {
                return gate;
            }
        }
        return null;
    }

    /** Asks one gate. Every gate but ASSIGNED says no while nothing is assigned or confirmed. */
    public static boolean passes(EntryGate gate, EntryQuestion question) {
        Assignment assignment = question.assignment();
        ContractTerms terms = question.terms();
        if (assignment == null || terms == null) {
            return false;
        }
        MongerState state = question.state();
        Market market = state.market();
        return switch (gate) {
            case ASSIGNED -> true;
            case CONTRACT_STANDS -> state.told().contractRefusal() == null;
            case LEASE -> !state.session().superseded();
            case NOT_HALTED -> !state.latch().halted();
            case MANUAL_ORDERS -> !EntryRule.handsPause(state);
            case TRADING -> state.conduct().lifeCycle() instanceof LifeCycle.Trading;
            case LINKED -> state.link() instanceof LinkState.Healthy(boolean near) && !near;
            case RECONCILED -> state.reconciliation().reconciled();
            case CAUGHT_UP -> state.session().caughtUp();
            case CLOCK -> !state.clock().skewed();
            case PERMIT -> permitted(question);
            case NOTHING_UNKNOWN -> nothingUnknown(state.book());
            case EXECUTIONS_COMPLETE -> !state.book().executionsMissing();
            case POSITION_AGREES -> state.ledger().broker() instanceof BrokerView.Agrees;
            case PROTECTED -> covered(question);
            case PREDICTION_FRESH -> fresh(question, assignment);
            case CONFIDENCE -> confident(question, assignment);
            case SHORT_ALLOWED -> !question.opensShort() || assignment.signals().allowShort();
            case SAME_SIDE -> sameSide(question);
            case SPACING -> spaced(question, assignment);
            case COOL_DOWN -> cooledDown(question, assignment);
            case LIVE_QUOTE -> liveQuote(question, assignment);
            case TRADABLE -> !market.halted();
            case SHORTABLE -> !question.opensShort() || Boolean.TRUE.equals(market.shortable());
            case HOURS -> hours(question, assignment, terms);
            case SIZE -> fits(question, assignment);
            case COLLAR -> collar(question, assignment);
            case ORDER_RATE -> withinRate(question, assignment);
            case ORDER_EFFICIENCY -> efficient(question, assignment);
        };
    }

    private static boolean permitted(EntryQuestion q) {
        Session.HeardPermit permit = q.state().session().permit();
        return permit != null
                && permit.clear()
                && q.at().monotonicNanos() - permit.monotonicNanos() < Timing.PERMIT_NANOS;
    }

    private static boolean nothingUnknown(OrderBook book) {
        return !book.anyUnknown() && book.live().stream().noneMatch(TrackedOrder::doubled);
    }

    private static boolean covered(EntryQuestion q) {
        MongerState state = q.state();
        return state.closing() instanceof Closing.Idle
                && !state.book().stopRefused()
                && Protection.covered(state, q.at().monotonicNanos());
    }

    private static boolean fresh(EntryQuestion q, Assignment assignment) {
        return q.at().exchangeNanos() - q.prediction().lastInputExchangeNanos()
                <= assignment.signals().maximumAge().toNanos();
    }

    private static boolean confident(EntryQuestion q, Assignment assignment) {
        ConfidenceBand band =
                q.prediction().bullish()
                        ? assignment.signals().bullish()
                        : assignment.signals().bearish();
        return band.contains(q.prediction().confidenceMillionths());
    }

    private static boolean spaced(EntryQuestion q, Assignment assignment) {
        OrderBook book = q.state().book();
        return book.liveEntries().isEmpty()
                && over(
                        q.at().exchangeNanos(),
                        book.lastEntryNanos(),
                        assignment.entry().spacing().toNanos())
                && over(
                        q.at().exchangeNanos(),
                        tradeOpened(q.state().ledger().tally()),
                        assignment.entry().spacing().toNanos());
    }

    private static @Nullable Long tradeOpened(Tally tally) {
        long opened = tally.trade().openedNanos();
        return opened == 0 ? null : opened;
    }

    private static boolean cooledDown(EntryQuestion q, Assignment assignment) {
        return over(
                q.at().exchangeNanos(),
                q.state().book().coolingNanos(),
                assignment.entry().coolDownAfterStop().toNanos());
    }

    private static boolean fits(EntryQuestion q, Assignment assignment) {
        Price limit = q.limit();
        Market.Quote quote = q.state().market().quote();
        if (limit == null || quote == null) {
            return false;
        }
        // A position that the market already puts into a smaller tier is not added to.
        Quantity maximum =
                assignment
                        .sizing()
                        .maximumAt(limit)
                        .min(assignment.sizing().maximumAt(quote.middle()));
        return q.sizeAfter(assignment, limit).compareTo(maximum) <= 0;
    }

    private static boolean withinRate(EntryQuestion q, Assignment assignment) {
        return q.state().book().sendsWithinMinute(q.at().monotonicNanos()) + BRACKET_MESSAGES
                <= assignment.risk().ordersPerMinute();
    }

    /** The broker's own measure: messages for each order that filled, and one for the start. */
    private static boolean efficient(EntryQuestion q, Assignment assignment) {
        long day = q.state().ledger().dayStartNanos();
        int messages = q.state().book().sends().todayOf(day) + BRACKET_MESSAGES;
        int filled = q.state().ledger().filledOrdersSince(day) + 1;
        return messages <= FREE_MESSAGES
                || messages <= (long) assignment.risk().messagesPerFill() * filled;
    }

    /**
     * Never against our own share, and never against what the account holds beside it: our position
     * could then not be closed without crossing the broker's net through zero.
     */
    private static boolean sameSide(EntryQuestion q) {
        int sign = q.side().sign();
        var net = q.state().ledger().net();
        return q.state().ledger().own().signum() * sign >= 0
                && (net == null || net.signum() * sign >= 0);
    }

    private static boolean over(long now, @Nullable Long since, long lengthNanos) {
        return since == null || now - since >= lengthNanos;
    }

    private static boolean liveQuote(EntryQuestion q, Assignment assignment) {
        Market.Quote quote = q.state().market().quote();
        return quote != null
                && quote.twoSided()
                && q.state().market().farmHealthy()
                && q.at().exchangeNanos() - quote.exchangeNanos()
                        <= assignment.risk().maximumDataAge().toNanos();
    }

    private static boolean hours(EntryQuestion q, Assignment assignment, ContractTerms terms) {
        long now = q.at().exchangeNanos();
        boolean any = assignment.hours().entries() == HoursRules.EntryHours.ANY;
        long before = assignment.hours().flatBeforeClose().toNanos();
        DayTime flatBy = assignment.hours().flatBy();
        if (flatBy != null && Due.afterFlatBy(flatBy, terms.zone(), now)) {
            return false;
        }
        for (TradingWindow window : terms.liquidHours()) {
            if (window.contains(now)) {
                return before == 0 || now < window.endNanos() - before;
            }
        }
        return any || terms.liquidHours().isEmpty();
    }

    private static boolean collar(EntryQuestion q, Assignment assignment) {
        Price limit = q.limit();
        Market.Quote quote = q.state().market().quote();
        return limit != null
                && quote != null
                && limit.signum() > 0
                && Pricing.withinCollar(limit, quote, assignment.risk().priceCollarMillionths());
    }
}
