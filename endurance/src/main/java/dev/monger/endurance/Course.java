package dev.monger.endurance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What a trial is run with.
 *
 * @param page what it remembers
 * @param progress where it says how far it is
 * @param stop is counted down when the run is to end
 * @param folder for whatever else it keeps
 */
record Course(Page page, Progress progress, CountDownLatch stop, Path folder) {

    boolean goesOn() {
        return stop.getCount() > 0;
    }

    /** Waits, or until the run is to end. */
    void pause(long millis) throws InterruptedException {
        var _ = stop.await(millis, TimeUnit.MILLISECONDS);
    }

    void save() throws IOException {
        page.save();
    }
}
