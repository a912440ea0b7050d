package dev.monger.engine.journal;

import java.util.zip.CRC32C;

/** The numbers that frames and headers are made of. */
final class Frames {

    /** "MONGERJ" and a zero: the first eight bytes of a segment. */
    static final long MAGIC = 0x4D4F4E4745524A00L;

    /** Length, check of the length, check of the body. */
    static final int FRAME_HEADER = 3 * Integer.BYTES;

    /** Kind of a frame that notes a schema. */
    static final int SCHEMA_NOTE = 0x40;

    /** A body longer than this was not written by us. */
    static final int BODY_MAX = 16 * 1024 * 1024;

    private Frames() {}

    static int checkOf(byte[] bytes, int offset, int length) {
        CRC32C check = new CRC32C();
        check.update(bytes, offset, length);
        return (int) check.getValue();
    }

    /** The check of a body's length, so that a wrong length is not taken for a long record. */
    static int checkOfLength(int length) {
        return checkOf(
                new byte[] {
                    (byte) (length >>> 24),
                    (byte) (length >>> 16),
                    (byte) (length >>> 8),
                    (byte) length
                },
                0,
                Integer.BYTES);
    }
}
