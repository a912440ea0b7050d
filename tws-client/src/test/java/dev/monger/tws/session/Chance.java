package dev.monger.tws.session;

/** A small generator of our own, so that a seed means the same for ever. */
public final class Chance {

    private long state;

    /** Begins from a seed. */
    public Chance(long seed) {
        state = seed;
    }

    /** Returns 64 bits. */
    public long next() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** Returns a number from 0 to below the bound. */
    public int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }
}
