package dev.monger.simulator.backend;

import dev.monger.simulator.venue.Session;
import dev.monger.simulator.venue.TradingCalendar;
import dev.monger.simulator.venue.Venue;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** In which hours an order may trade, and when its day is over. */
final class Hours {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Venue venue;

    Hours(Venue venue) {
        this.venue = venue;
    }

    /** Whether an order trades in an auction only. */
    static boolean waitsForAuction(BrokerOrder order) {
        return order.terms.kind().waitsForClose() || waitsForOpening(order);
    }

    static boolean waitsForOpening(BrokerOrder order) {
        return order.terms.life().timeInForce() == TimeInForce.OPG;
    }

    /** Whether an order's limit, if it has one, admits a price. */
    static boolean accepts(BrokerOrder order, long priceE8) {
        long limit = order.limitE8();
        return limit == 0 || (order.terms.buy() ? priceE8 <= limit : priceE8 >= limit);
    }

    /** Whether the wish to trade outside regular hours means nothing for terms like these. */
    static boolean ignoresExtendedHours(OrderTerms terms) {
        return terms.kind() == OrderKind.MARKET
                || terms.kind().waitsForClose()
                || terms.life().timeInForce() == TimeInForce.OPG;
    }

    boolean mayTradeNow(BrokerOrder order) {
        Session session = venue.session();
        return session == Session.REGULAR || (session.isOpen() && isExtended(order));
    }

    private static boolean isExtended(BrokerOrder order) {
        return order.terms.life().outsideRegularHours() && !ignoresExtendedHours(order.terms);
    }

    /**
     * Whether an order for the day ends with the part of the day that has just ended. One that came
     * after its hours were over lives until the next trading day ends.
     */
    boolean endsNow(BrokerOrder order, Session session) {
        if (order.terms.life().timeInForce() != TimeInForce.DAY) {
            return false;
        }
        LocalDate today = venue.calendar().day(venue.nowNanos());
        LocalDate own = day(order);
        if (venue.calendar().alwaysOpen()) {
            return own.isBefore(today);
        }
        boolean over =
                session == Session.CLOSED
                        || (session == Session.AFTER_HOURS && !isExtended(order))
                        || own.isBefore(today);
        return over && !own.isAfter(today);
    }

    /** Whether the day of an order that was restored has passed while nobody looked. */
    boolean endedWhileAway(BrokerOrder order) {
        return order.terms.life().timeInForce() == TimeInForce.DAY
                && venue.nowNanos() >= endNanos(order);
    }

    private long endNanos(BrokerOrder order) {
        LocalDate own = day(order);
        return isExtended(order)
                ? venue.calendar().lastNanos(own)
                : venue.calendar().closeNanos(own);
    }

    private LocalDate day(BrokerOrder order) {
        TradingCalendar calendar = venue.calendar();
        LocalDate date = calendar.day(order.placedNanos);
        if (calendar.alwaysOpen()) {
            return date;
        }
        while (true) {
            long end = isExtended(order) ? calendar.lastNanos(date) : calendar.closeNanos(date);
            if (calendar.isTradingDay(date) && order.placedNanos < end) {
                return date;
            }
            date = date.plusDays(1);
        }
    }

    /** What TWS says of an order that waits for its hours. */
    String notice(BrokerOrder order) {
        OrderTerms terms = order.terms;
        return "Order Message:\n"
                + (terms.buy() ? "BUY " : "SELL ")
                + terms.shares()
                + " "
                + order.instrument.symbol()
                + "\nWarning: your order will not be placed at the exchange until "
                + TIME.format(TradingCalendar.local(nextNanos(order)))
                + " US/Eastern";
    }

    private long nextNanos(BrokerOrder order) {
        TradingCalendar calendar = venue.calendar();
        LocalDate date = calendar.day(venue.nowNanos());
        while (true) {
            long next = isExtended(order) ? calendar.firstNanos(date) : calendar.openNanos(date);
            if (calendar.isTradingDay(date) && next > venue.nowNanos()) {
                return next;
            }
            date = date.plusDays(1);
        }
    }
}
