package dev.monger.fleet.world;

/**
 * Our own small generator of chance, so that a seed means the same for ever.
 *
 * <p>The algorithm is SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number
 * Generators, 2014).
 */
public final class Chance {

    private long state;

    /** Starts from a seed. */
    public Chance(long seed) {
        state = seed;
    }

    /** Returns 64 bits. */
    public long bits() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Returns a number from {@code from} to {@code to}, both included. */
    public long between(long from, long to) {
        return from + Long.remainderUnsigned(bits(), to - from + 1);
    }

    /** Tells whether something that happens {@code in} times out of {@code outOf} happens now. */
    public boolean happens(int in, int outOf) {
        return between(1, outOf) <= in;
    }

    /** Returns an independent generator. */
    public Chance fork() {
        return new Chance(bits());
    }
}
