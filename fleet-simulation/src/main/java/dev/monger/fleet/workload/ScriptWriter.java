package dev.monger.fleet.workload;

import dev.monger.fleet.world.Chance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes the story of a seed.
 *
 * <p>Each concern draws from a generator of its own, so that what one draws does not shift the
 * others; and each story switches a subset of the kinds of trouble on, so that they meet in all
 * combinations and each also alone.
 */
public final class ScriptWriter {

    private static final List<String> LISTED = List.of("SPY", "IBM", "BAC", "AIG", "AAPL", "MSFT");

    /** Until here only signals come, so that trouble meets positions and orders. */
    private static final long WARM_UP_MILLIS = 6_500;

    private ScriptWriter() {}

    /** The story of a seed, with trouble. */
    public static Script write(long seed) {
        return write(seed, true);
    }

    /** The story of a seed without any trouble: every signal that may be followed must be. */
    public static Script peaceful(long seed) {
        return write(seed, false);
    }

    private static Script write(long seed, boolean trouble) {
        Chance root = new Chance(seed);
        Chance place = root.fork();
        Chance signals = root.fork();
        Chance troubles = root.fork();
        Chance switches = root.fork();
        List<String> tickers = tickers(place);
        long millis = WARM_UP_MILLIS + place.between(6_000, 20_000);
        var drawn = BrokerSwitches.drawn(switches);
        if (switches.happens(1, 8)) {
            drawn.put("loss-limit", String.valueOf(switches.between(100, 900)));
        }
        AssignedRules.draw(switches.fork(), drawn);
        List<Happening> happenings = new ArrayList<>();
        for (String ticker : tickers) {
            signals(ticker, millis, signals.fork(), happenings);
        }
        if (trouble) {
            Troubles.add(tickers, new Troubles.Span(WARM_UP_MILLIS, millis), troubles, happenings);
        }
        happenings.sort(Comparator.comparingLong(Happening::millis));
        return new Script(new Setting(seed, tickers, drawn, millis), happenings);
    }

    private static List<String> tickers(Chance chance) {
        long number = chance.happens(2, 3) ? 2 : chance.between(3, 4);
        List<String> left = new ArrayList<>(LISTED);
        List<String> tickers = new ArrayList<>();
        while (tickers.size() < number) {
            tickers.add(left.remove((int) chance.between(0, left.size() - 1)));
        }
        tickers.sort(Comparator.naturalOrder());
        return tickers;
    }

    private static void signals(
            String ticker, long millis, Chance chance, List<Happening> happenings) {
        int ups = (int) chance.between(1, 5);
        long at = 3_000 + chance.between(0, 1_500);
        while (at < millis) {
            happenings.add(new Happening(at, new Deed.Signal(ticker, chance.happens(ups, 5))));
            at += chance.between(600, 3_500);
        }
    }
}
