package dev.monger.tws.session;

import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.MarketDataMessage;

/** What a tick says, whether it is live or not; delayed types are the same values as live ones. */
public sealed interface TickValue {

    /** The price TWS writes, with size 0, when a side is empty. */
    long NO_PRICE_E8 = -Decimals.ONE;

    /**
     * The best price to sell at.
     *
     * @param priceE8 {@link #NO_PRICE_E8} with size 0 when nobody buys
     * @param sizeE8 0 when TWS did not say
     * @param attributeMask bit 0 can execute automatically, 1 past limit, 2 before the opening
     */
    record Bid(long priceE8, long sizeE8, int attributeMask) implements TickValue {

        /** Tells whether anybody buys. */
        public boolean isThere() {
            return priceE8 != NO_PRICE_E8 || sizeE8 != 0;
        }
    }

    /** The best price to buy at; as the bid. */
    record Ask(long priceE8, long sizeE8, int attributeMask) implements TickValue {

        /** Tells whether anybody sells. */
        public boolean isThere() {
            return priceE8 != NO_PRICE_E8 || sizeE8 != 0;
        }
    }

    /** The last trade. */
    record Last(long priceE8, long sizeE8, int attributeMask) implements TickValue {}

    /** The size of the bid changed. */
    record BidSize(long sizeE8) implements TickValue {}

    /** The size of the ask changed. */
    record AskSize(long sizeE8) implements TickValue {}

    /** The size of the last trade. */
    record LastSize(long sizeE8) implements TickValue {}

    /** Whether trading is halted; −1 unknown, 0 no, 1 general halt, 2 volatility halt. */
    record Halted(long state) implements TickValue {

        /** Tells whether trading is known to be halted. */
        public boolean isHalted() {
            return state > 0;
        }
    }

    /** Whether shares can be borrowed; see {@link dev.monger.tws.message.TickType#SHORTABLE}. */
    record Shortable(long valueE8) implements TickValue {}

    /** Another price, by its type on the wire. */
    record OtherPrice(int tickType, long priceE8) implements TickValue {}

    /** Another size, by its type on the wire. */
    record OtherSize(int tickType, long sizeE8) implements TickValue {}

    /** Another number, by its type on the wire. */
    record OtherNumber(int tickType, long valueE8) implements TickValue {}

    /** A text, by its type on the wire. */
    record Text(int tickType, String text) implements TickValue {}

    /** The greeks of an option. */
    record Greeks(MarketDataMessage.TickOptionComputation computation) implements TickValue {}
}
