package dev.monger.tws.codec;

/**
 * What a frame turned out to be.
 *
 * @param <M> the messages of the direction
 */
public sealed interface Decoded<M> {

    /** A message; fields after its last known one were left unread. */
    record Message<M>(M message) implements Decoded<M> {}

    /** A message nobody here knows; skip it. */
    record Unknown<M>(int id) implements Decoded<M> {}

    /**
     * A frame that is not what its id says.
     *
     * @param id of the message, −1 when the id itself is wrong
     * @param offset of the field, in bytes from the start of the payload
     * @param field the name of the first field that is wrong
     */
    record Malformed<M>(int id, int offset, String field, String reason) implements Decoded<M> {

        @Override
        public String toString() {
            return "malformed message " + id + ": " + field + " at byte " + offset + ": " + reason;
        }
    }
}
