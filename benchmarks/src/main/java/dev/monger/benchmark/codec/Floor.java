package dev.monger.benchmark.codec;

/** What no reader of fields can do without, written as plainly as it can be. */
final class Floor {

    private Floor() {}

    /**
     * Finds where every field ends.
     *
     * @param ends takes the index of each NUL
     * @return how many fields there are
     */
    static int boundaries(byte[] frame, int from, int[] ends) {
        int count = 0;
        for (int index = from; index < frame.length; index++) {
            if (frame[index] == 0) {
                ends[count++] = index;
            }
        }
        return count;
    }
}
