package dev.monger.simulator.backend;

import dev.monger.simulator.venue.Agenda;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.Session;
import dev.monger.simulator.venue.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides whether what an order waits for (a time, conditions) has come. */
final class Starts {
    private final Venue venue;
    private final OrderStore store;
    private final Map<String, AccountBooks> books;
    private final Agenda agenda;
    private final Map<Long, BrokerOrder> watched = new TreeMap<>();

    Starts(Venue venue, OrderStore store, Map<String, AccountBooks> books, Agenda agenda) {
        this.venue = venue;
        this.store = store;
        this.books = books;
        this.agenda = agenda;
    }

    /** From now on the order is among those that are looked at when something happens. */
    void watch(BrokerOrder order, Runnable look) {
        OrderTerms.Start start = order.terms.start();
        if (!start.conditions().isEmpty()) {
            watched.put(order.permId, order);
        }
        List<Long> moments = new ArrayList<>();
        moments.add(start.afterNanos());
        for (Condition condition : start.conditions()) {
            if (condition instanceof Condition.Time time) {
                moments.add(time.nanos());
            }
        }
        for (long moment : moments) {
            if (moment > venue.nowNanos()) {
                agenda.at(moment, look);
            }
        }
    }

    /** Orders with conditions that live, oldest first. */
    List<BrokerOrder> watched() {
        watched.values().removeIf(order -> !order.isLive());
        return new ArrayList<>(watched.values());
    }

    /** Whether the order may work; conditions that held once are not looked at again. */
    boolean mayWork(BrokerOrder order) {
        OrderTerms.Start start = order.terms.start();
        if (venue.nowNanos() < start.afterNanos()) {
            return false;
        }
        if (start.conditions().isEmpty() || start.cancels() || order.started) {
            return true;
        }
        order.started = holds(order);
        return order.started;
    }

    /** Whether the order has conditions that cancel it and that hold now. */
    boolean mustEnd(BrokerOrder order) {
        OrderTerms.Start start = order.terms.start();
        return start.cancels() && !start.conditions().isEmpty() && holds(order);
    }

    private boolean holds(BrokerOrder order) {
        OrderTerms.Start start = order.terms.start();
        if (!start.anyHours() && venue.session() != Session.REGULAR) {
            return false;
        }
        boolean all = true;
        boolean and = true;
        for (Condition condition : start.conditions()) {
            boolean one = holds(condition, order);
            all = and ? all && one : all || one;
            and = condition.and();
        }
        return all;
    }

    private boolean holds(Condition condition, BrokerOrder order) {
        return switch (condition) {
            case Condition.Price price -> {
                Market market = venue.market(price.conId());
                yield market != null && priceHolds(price, order, market);
            }
            case Condition.Time time -> time.isMore() == (venue.nowNanos() >= time.nanos());
            case Condition.Margin margin -> {
                AccountBooks own = books.get(order.origin.account());
                yield own != null && is(margin.isMore(), cushionPercent(own), margin.percent());
            }
            case Condition.Execution execution -> traded(execution.symbol(), order);
            case Condition.Volume volume -> {
                Market market = venue.market(volume.conId());
                yield market != null && is(volume.isMore(), market.volumeShares(), volume.shares());
            }
            case Condition.PercentChange change -> {
                Market market = venue.market(change.conId());
                yield market != null
                        && market.lastE8() > 0
                        && is(change.isMore(), changePercentE8(market), change.percentE8());
            }
        };
    }

    private static boolean priceHolds(Condition.Price price, BrokerOrder order, Market market) {
        long seen = Stops.seenE8(price.triggerMethod(), order.terms.buy(), market);
        return seen > 0 && is(price.isMore(), seen, price.priceE8());
    }

    private boolean traded(String symbol, BrokerOrder order) {
        for (Execution execution : store.executions()) {
            Market market = venue.market(execution.conId());
            if (execution.timeNanos() >= order.placedNanos
                    && execution.origin().account().equals(order.origin.account())
                    && isOf(market, symbol)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(@Nullable Market market, String symbol) {
        return market != null && market.instrument().symbol().equals(symbol);
    }

    private static long cushionPercent(AccountBooks own) {
        long whole = own.netLiquidationE8();
        return whole <= 0 ? 0 : own.availableE8() / (whole / 100 + 1);
    }

    private static long changePercentE8(Market market) {
        long close = market.closeE8();
        return close == 0 ? 0 : (market.lastE8() - close) * 10_000L / close * 1_000_000L;
    }

    private static boolean is(boolean more, long value, long level) {
        return more ? value >= level : value <= level;
    }
}
