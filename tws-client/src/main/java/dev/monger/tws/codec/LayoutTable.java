package dev.monger.tws.codec;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The layouts of one direction by message id. */
final class LayoutTable<M> {

    private final List<@Nullable Layout<? extends M>> layouts = new ArrayList<>();

    LayoutTable(List<Layout<? extends M>> all) {
        TreeMap<Integer, Layout<? extends M>> byId = new TreeMap<>();
        for (Layout<? extends M> layout : all) {
            if (byId.put(layout.id(), layout) != null) {
                throw new IllegalStateException("Invariant: one layout for id " + layout.id());
            }
        }
        for (int id = 0; id <= byId.lastKey(); id++) {
            layouts.add(byId.get(id));
        }
    }

    /** Returns the message of a payload, or null when it is none; {@link #decode} says why. */
    @Nullable M read(FieldReader reader, ByteBuffer payload) {
        reader.begin(payload);
        Layout<? extends M> layout = layout(reader.integer("messageId", 0), reader);
        if (layout == null || reader.isRefused()) {
            return null;
        }
        M message = layout.read(reader);
        return reader.isRefused() ? null : message;
    }

    private @Nullable Layout<? extends M> layout(int id, FieldReader reader) {
        Layout<? extends M> layout = id >= 0 && id < layouts.size() ? layouts.get(id) : null;
        return layout != null && reader.since(layout.since()) ? layout : null;
    }

    Decoded<M> decode(FieldReader reader, ByteBuffer payload) {
        M message = read(reader, payload);
        return message == null ? refusal(reader, payload) : new Decoded.Message<>(message);
    }

    /** What is no message is looked at once more, so that messages need not be wrapped. */
    private Decoded<M> refusal(FieldReader reader, ByteBuffer payload) {
        reader.begin(payload);
        int id = reader.integer("messageId", 0);
        if (reader.isRefused()) {
            return malformed(-1, reader);
        }
        Layout<? extends M> layout = layout(id, reader);
        if (layout == null) {
            return new Decoded.Unknown<>(id);
        }
        var _ = layout.read(reader);
        return malformed(id, reader);
    }

    private static <M> Decoded<M> malformed(int id, FieldReader reader) {
        return new Decoded.Malformed<>(
                id, reader.refusedOffset(), reader.refusedField(), reader.refusedReason());
    }
}
