package dev.monger.fleet.workload;

import dev.monger.fleet.checker.Blame;
import dev.monger.fleet.world.World;
import dev.monger.simulator.Person;
import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.OrderKind;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.Quote;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A person in front of TWS, and whoever moves the market. */
final class Hands {

    private static final int BASIS_POINTS = 10_000;
    private static final int PERCENT = 100;
    private static final long SHOWN = 5000;

    private final World world;
    private final Blame blame;

    Hands(World world, Blame blame) {
        this.world = world;
        this.blame = blame;
    }

    private Person person() {
        return world.broker().person();
    }

    private Market market(String ticker) {
        return Objects.requireNonNull(world.broker().venue().market(ticker), ticker);
    }

    int conId(String ticker) {
        return market(ticker).instrument().conId();
    }

    void types(String ticker, boolean buy, long shares) {
        blame.hand(ticker, world.agenda().nowNanos());
        var _ =
                person().place(
                                Performance.ACCOUNT,
                                ticker,
                                new OrderTerms(
                                        buy,
                                        shares,
                                        OrderKind.MARKET,
                                        OrderTerms.Prices.NONE,
                                        OrderTerms.Life.DAY,
                                        "",
                                        0,
                                        ""));
    }

    void closes(String ticker) {
        long held = world.broker().backend().books(Performance.ACCOUNT).shares(conId(ticker));
        if (held != 0) {
            types(ticker, held < 0, Math.abs(held));
        }
    }

    void cancels(String ticker, String leg) {
        BrokerOrder order = first(ticker, leg);
        if (order != null) {
            blame.touched(ticker, world.agenda().nowNanos());
            var _ = person().cancel(order.permId());
        }
    }

    void changes(Deed.HandChanges deed) {
        BrokerOrder order = first(deed.ticker(), deed.leg());
        if (order == null) {
            return;
        }
        blame.touched(deed.ticker(), world.agenda().nowNanos());
        long tick = order.instrument().minTickE8() * deed.ticks();
        OrderTerms terms = order.terms();
        OrderTerms.Prices prices = terms.prices();
        long shares =
                Math.max(
                        order.filledShares() + 1,
                        order.filledShares() + order.remainingShares() * deed.percent() / PERCENT);
        OrderTerms changed =
                new OrderTerms(
                        terms.buy(),
                        shares,
                        terms.kind(),
                        new OrderTerms.Prices(
                                moved(prices.limitE8(), tick),
                                moved(prices.stopE8(), tick),
                                prices.trailAmountE8(),
                                prices.trailPercentE8(),
                                prices.triggerMethod()),
                        terms.life(),
                        terms.ocaGroup(),
                        terms.ocaType(),
                        terms.orderRef());
        var _ = person().change(order.permId(), changed);
    }

    private static long moved(long priceE8, long byE8) {
        return priceE8 == 0 ? 0 : priceE8 + byE8;
    }

    private @Nullable BrokerOrder first(String ticker, String leg) {
        for (BrokerOrder order : world.broker().backend().openOrders()) {
            String ref = order.terms().orderRef();
            if (ref.startsWith(ticker + ".") && ref.endsWith("." + leg)) {
                return order;
            }
        }
        return null;
    }

    /** The quote jumps; the next quote of the market takes it back. */
    void jump(String ticker, int basisPoints) {
        Market market = market(ticker);
        long tick = market.instrument().minTickE8();
        long bid = market.quote().bidE8() * (BASIS_POINTS + basisPoints) / BASIS_POINTS;
        bid = bid / tick * tick;
        if (bid > 0) {
            person().quote(conId(ticker), new Quote(bid, SHOWN, bid + 2 * tick, SHOWN), false);
        }
    }

    /** What people left working is taken back, and what is halted goes on. */
    void leave(Iterable<String> tickers) {
        for (BrokerOrder order : world.broker().backend().openOrders()) {
            if (order.origin().manual()) {
                var _ = person().cancel(order.permId());
            }
        }
        for (String ticker : tickers) {
            person().halt(conId(ticker), 0);
        }
    }
}
