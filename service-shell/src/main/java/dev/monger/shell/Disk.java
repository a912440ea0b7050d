package dev.monger.shell;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where the journal is written; a test gives one that is full. */
interface Disk {

    /** An open segment. */
    interface Segment extends Closeable {

        /** Writes some bytes at a place; returns how many. */
        int write(ByteBuffer bytes, long at) throws IOException;

        /** Cuts it to a size. */
        void truncate(long size) throws IOException;

        /** Forces it to the medium. */
        void force(boolean metadata) throws IOException;
    }

    /** Begins a segment anew. */
    Segment create(Path file) throws IOException;

    /** The machine's own. */
    static Disk real() {
        return file ->
                new Channel(
                        FileChannel.open(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE));
    }

    /** A segment in a file. */
    record Channel(FileChannel file) implements Segment {

        @Override
        public int write(ByteBuffer bytes, long at) throws IOException {
            return file.write(bytes, at);
        }

        @Override
        public void truncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            file.force(metadata);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
