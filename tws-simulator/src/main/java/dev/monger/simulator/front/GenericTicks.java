package dev.monger.simulator.front;

import dev.monger.simulator.venue.Bar;
import dev.monger.simulator.venue.BarKind;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.MarketMoment;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.TickType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ticks a client asks for by number: 165 (highs, lows and average volume of weeks), 232 (mark
 * price), 233 and 375 (each trade as a text), 236 (shortable), 293 (number of trades), 318 (last
 * trade of regular hours). Of the other numbers TWS knows nothing comes, as of a stock without such
 * data.
 */
final class GenericTicks {
    private static final List<String> LEGAL =
            List.of(
                    "100", "101", "104", "105", "106", "107", "165", "221", "225", "232", "233",
                    "236", "258", "292", "293", "294", "295", "318", "375", "411", "456", "460",
                    "577", "586", "587", "588", "595", "619", "787", "mdoff");

    private static final long MANY_SHARES = 1_000_000;
    private static final long WEEK_SECONDS = 7 * 86_400;
    private static final long TRADING_DAYS_IN_13_WEEKS = 63;
    private static final int LOW_13_WEEKS = 15;
    private static final int TRADE_COUNT = 54;
    private static final int LAST_REGULAR = 57;
    private static final int REAL_TIME_TRADE_VOLUME = 77;
    private static final int AVERAGE_VOLUME = 21;

    private final int requestId;
    private final Market market;
    private final List<String> wanted;
    private final SessionOutput out;
    private long toldMarkE8;
    private long toldRegularE8;
    private int toldTrades = -1;
    private @Nullable Boolean toldShortable;

    GenericTicks(int requestId, Market market, List<String> wanted, SessionOutput out) {
        this.requestId = requestId;
        this.market = market;
        this.wanted = wanted;
        this.out = out;
    }

    /** The first number of a list that TWS does not know, or null. */
    static @Nullable String unknown(List<String> numbers) {
        for (String number : numbers) {
            if (!number.isEmpty() && !LEGAL.contains(number)) {
                return number;
            }
        }
        return null;
    }

    static String legal() {
        return String.join(",", LEGAL);
    }

    /** What is told once. */
    void begin(long nowNanos) {
        if (!wanted.contains("165")) {
            return;
        }
        long now = Math.floorDiv(nowNanos, 1_000_000_000L);
        List<Weeks> spans = List.of(new Weeks(13), new Weeks(26), new Weeks(52));
        long shares = 0;
        for (Bar bar : market.history(BarKind.TRADES, now - 52 * WEEK_SECONDS, now, 60)) {
            long age = now - bar.startSecond();
            spans.forEach(span -> span.see(bar, age));
            shares += age <= 13 * WEEK_SECONDS ? bar.shares() : 0;
        }
        for (int i = 0; i < spans.size(); i++) {
            price(LOW_13_WEEKS + 2 * i, spans.get(i).lowE8);
            price(LOW_13_WEEKS + 2 * i + 1, spans.get(i).highE8);
        }
        size(AVERAGE_VOLUME, shares / TRADING_DAYS_IN_13_WEEKS);
    }

    /** The extremes of some weeks up to now. */
    private static final class Weeks {
        private final long weeks;
        private long lowE8;
        private long highE8;

        Weeks(long weeks) {
            this.weeks = weeks;
        }

        void see(Bar bar, long ageSeconds) {
            if (ageSeconds <= weeks * WEEK_SECONDS) {
                lowE8 = lowE8 == 0 ? bar.lowE8() : Math.min(lowE8, bar.lowE8());
                highE8 = Math.max(highE8, bar.highE8());
            }
        }
    }

    /** What has changed since it was told last. */
    void flush(MarketMoment now, boolean shortable) {
        if (wanted.contains("236") && !Boolean.valueOf(shortable).equals(toldShortable)) {
            toldShortable = shortable;
            long level = shortable ? 3 * Decimals.ONE : Decimals.ONE / 2;
            out.send(new MarketDataMessage.TickGeneric(requestId, TickType.SHORTABLE, level));
            size(TickType.SHORTABLE_SHARES, shortable ? MANY_SHARES : 0);
        }
        if (wanted.contains("232") && market.markE8() != toldMarkE8) {
            toldMarkE8 = market.markE8();
            price(TickType.MARK_PRICE, toldMarkE8);
        }
        if (wanted.contains("293") && now.trades() != toldTrades) {
            toldTrades = now.trades();
            out.send(
                    new MarketDataMessage.TickGeneric(
                            requestId, TRADE_COUNT, toldTrades * Decimals.ONE));
        }
        long regular = now.figures().lastRegularE8();
        if (wanted.contains("318") && regular != 0 && regular != toldRegularE8) {
            toldRegularE8 = regular;
            price(LAST_REGULAR, regular);
        }
    }

    /** A trade was told. */
    void traded(MarketMoment now) {
        if (wanted.contains("233")) {
            text(TickType.REAL_TIME_VOLUME, realTimeVolume(now));
        }
        if (wanted.contains("375")) {
            text(REAL_TIME_TRADE_VOLUME, realTimeVolume(now));
        }
    }

    private static String realTimeVolume(MarketMoment now) {
        return Decimals.text(now.lastE8())
                + ";"
                + now.lastShares()
                + ";"
                + Math.floorDiv(now.lastNanos(), 1_000_000L)
                + ";"
                + now.volumeShares()
                + ";"
                + Decimals.text(now.averageE8())
                + ";true";
    }

    private void price(int type, long priceE8) {
        out.send(new MarketDataMessage.TickPrice(requestId, type, priceE8, 0, 0));
    }

    private void size(int type, long shares) {
        out.send(
                new MarketDataMessage.TickSize(
                        requestId, type, Amounts.tickSizeE8(shares, out.version())));
    }

    private void text(int type, String value) {
        out.send(new MarketDataMessage.TickString(requestId, type, value));
    }
}
