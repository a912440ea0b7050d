package dev.monger.simulator.venue;

import java.util.Comparator;
import java.util.List;

/** A recorded day of one or many symbols, told again in one time order. */
public final class ReplayedMarket implements MarketSource {
    private final List<MarketEvent> events;
    private int position;

    /** Events of any number of symbols; events of one time keep the order given. */
    public ReplayedMarket(List<MarketEvent> events) {
        this.events =
                events.stream().sorted(Comparator.comparingLong(MarketEvent::timeNanos)).toList();
    }

    /** How many events the recording holds. */
    public int size() {
        return events.size();
    }

    @Override
    public long nextNanos() {
        return position < events.size() ? events.get(position).timeNanos() : NOTHING_LEFT;
    }

    @Override
    public MarketEvent next() {
        if (position >= events.size()) {
            throw new IllegalArgumentException("Condition failed: an event is left");
        }
        return events.get(position++);
    }
}
