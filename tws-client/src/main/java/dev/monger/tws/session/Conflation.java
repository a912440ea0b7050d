package dev.monger.tws.session;

import dev.monger.tws.codec.FrameReader;
import dev.monger.tws.codec.TickKey;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which frames of one read give way to later ones: ticks that are followed by one of the same
 * request and type. Everything else stays, in its order, and so does the last tick of each.
 *
 * <p>Whoever reads slower than TWS writes finds very many frames in one read; only then ticks give
 * way. It depends on the bytes of the read alone, so that a replay of the same reads does the same.
 */
final class Conflation {

    static final BitSet NOTHING = new BitSet();

    private final int aboveFrames;

    /** Ticks give way when a read holds more frames than this. */
    Conflation(int aboveFrames) {
        this.aboveFrames = aboveFrames;
    }

    /** Returns the places, counted from the next frame, of those that give way. */
    BitSet superseded(FrameReader frames, int serverVersion, SessionOutputs out) {
        int count = frames.wholeFrames();
        if (count <= aboveFrames) {
            return NOTHING;
        }
        BitSet superseded = superseded(frames.peekWhole(), serverVersion);
        if (!superseded.isEmpty()) {
            out.happened(new SessionEvent.Conflated(count, superseded.cardinality()));
        }
        return superseded;
    }

    private static BitSet superseded(List<ByteBuffer> frames, int serverVersion) {
        BitSet superseded = new BitSet(frames.size());
        NavigableMap<TickKey, Integer> last = new TreeMap<>();
        for (int index = 0; index < frames.size(); index++) {
            Optional<TickKey> key = TickKey.read(frames.get(index), serverVersion);
            Integer earlier = key.isPresent() ? last.put(key.get(), index) : null;
            if (earlier != null) {
                superseded.set(earlier);
            }
        }
        return superseded;
    }
}
