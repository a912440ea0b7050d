package dev.monger.tws.codec;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The layouts of one direction by message id. */
final class LayoutTable<M> {

    private final List<Optional<Layout<? extends M>>> layouts;

    LayoutTable(List<Layout<? extends M>> all) {
        TreeMap<Integer, Layout<? extends M>> byId = new TreeMap<>();
        for (Layout<? extends M> layout : all) {
            if (byId.put(layout.id(), layout) != null) {
                throw new IllegalStateException("Invariant: one layout for id " + layout.id());
            }
        }
        List<Optional<Layout<? extends M>>> listed =
                IntStream.rangeClosed(0, byId.lastKey())
                        .<Optional<Layout<? extends M>>>mapToObj(
                                id -> Optional.ofNullable(byId.get(id)))
                        .toList();
        this.layouts = listed;
    }

    Decoded<M> decode(FieldReader reader, ByteBuffer payload) {
        reader.begin(payload);
        int id = reader.integer("messageId", 0);
        if (reader.isRefused()) {
            return malformed(-1, reader);
        }
        Optional<Layout<? extends M>> layout =
                id >= 0 && id < layouts.size() ? layouts.get(id) : Optional.empty();
        if (layout.isEmpty() || !reader.since(layout.get().since())) {
            return new Decoded.Unknown<>(id);
        }
        M message = layout.get().read(reader);
        return reader.isRefused() ? malformed(id, reader) : new Decoded.Message<>(message);
    }

    private static <M> Decoded<M> malformed(int id, FieldReader reader) {
        return new Decoded.Malformed<>(
                id, reader.refusedOffset(), reader.refusedField(), reader.refusedReason());
    }
}
