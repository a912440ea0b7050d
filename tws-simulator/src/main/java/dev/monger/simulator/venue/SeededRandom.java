package dev.monger.simulator.venue;

/**
 * A small generator of our own (SplitMix64), so that a seed means the same market for ever.
 *
 * <p>One owner, not thread-safe.
 */
public final class SeededRandom {
    private long state;

    /** A generator whose whole future follows from {@code seed}. */
    public SeededRandom(long seed) {
        this.state = seed;
    }

    /** A generator for one named purpose, so that adding a purpose does not change the others. */
    public SeededRandom(long seed, String purpose) {
        long mixed = seed;
        for (int i = 0; i < purpose.length(); i++) {
            mixed = mix(mixed + purpose.charAt(i) + 0x9E3779B97F4A7C15L);
        }
        this.state = mixed;
    }

    /** Sixty-four fresh bits. */
    public long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        return mix(state);
    }

    /** A number from 0 to {@code bound - 1}; bound at least 1. */
    public long below(long bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("Condition failed: bound >= 1, bound " + bound);
        }
        return Math.floorMod(nextLong() >>> 1, bound);
    }

    /** True in {@code thousandths} of 1000 draws. */
    public boolean chance(int thousandths) {
        return below(1000) < thousandths;
    }

    /**
     * Roughly normal, mean 0, standard deviation {@code sigma}: the scaled sum of four uniform
     * draws.
     */
    public long nearlyNormal(long sigma) {
        // The sum of four uniform draws on -1000..1000 has a standard deviation near 1155.
        long sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += below(2001) - 1000;
        }
        return sum * sigma / 1155;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
