package dev.monger.simulator.venue;

/** Hears of fills while they happen; it may submit, reduce and remove orders from within. */
@FunctionalInterface
public interface FillSink {

    /** Shares of the order with this key traded. */
    void filled(VenueFill fill);
}
