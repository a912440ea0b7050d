package dev.monger.tws.codec;

import java.util.function.BiFunction;

/**
 * The fields of one message in the order of the wire, for reading and writing.
 *
 * @param since the server version from which the message exists
 * @param blank what the walk is given when it reads
 * @param walk names every field once, after the message id
 */
record Layout<M>(int id, int since, M blank, BiFunction<Fields, M, M> walk) {

    static <M> Layout<M> of(int id, M blank, BiFunction<Fields, M, M> walk) {
        return new Layout<>(id, 0, blank, walk);
    }

    M read(FieldReader reader) {
        return walk.apply(reader, blank);
    }

    void write(FieldWriter writer, M message) {
        if (!writer.since(since)) {
            throw new IllegalArgumentException(
                    "Condition failed: a server version of at least " + since + " for " + message);
        }
        writer.integer("messageId", id);
        // A writer gives back what it was given.
        var _ = walk.apply(writer, message);
    }
}
