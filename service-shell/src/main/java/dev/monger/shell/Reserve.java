package dev.monger.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Disk that is held so that cancels and exits can still be journaled when the disk is full. Once it
 * is given up nothing that opens may leave any more.
 */
final class Reserve {

    private static final Logger LOG = LoggerFactory.getLogger(Reserve.class);
    private static final int BYTES = 8 * 1024 * 1024;

    private final Path file;
    private volatile boolean used;

    /** The reserve of a state folder; {@link #make} holds it. */
    Reserve(Path folder) {
        this.file = folder.resolve("reserve");
    }

    /** Holds the disk, unless it is held or was given up; on a full disk it counts as given up. */
    void make() {
        if (used || Files.exists(file)) {
            return;
        }
        try {
            Files.write(file, new byte[BYTES]);
        } catch (IOException full) {
            LOG.error("There is no room for the reserve {}: entries are refused", file, full);
            giveUp();
        }
    }

    /** Frees the disk; false when there was nothing left to free. */
    boolean giveUp() {
        used = true;
        try {
            return Files.deleteIfExists(file);
        } catch (IOException kept) {
            LOG.error("The reserve {} cannot be given up", file, kept);
            return false;
        }
    }

    /** Whether the disk is full and the reserve is being used up; safe from any thread. */
    boolean isUsed() {
        return used;
    }
}
