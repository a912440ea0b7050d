package dev.monger.endurance;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What is held at one moment, right after the collector has run.
 *
 * @param heapBytes in use
 * @param bufferBytes outside of the heap
 * @param files open files and sockets
 * @param orders placed so far; the broker's books rightly keep them
 */
record SoakWindow(int second, long heapBytes, long bufferBytes, long files, long orders) {

    static SoakWindow now(int second, long orders) {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long buffers =
                ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum();
        long files =
                ManagementFactory.getOperatingSystemMXBean()
                                instanceof UnixOperatingSystemMXBean unix
                        ? unix.getOpenFileDescriptorCount()
                        : 0;
        return new SoakWindow(second, heap, buffers, files, orders);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%4d s: heap %.1f MiB, buffers %.1f MiB, %d files, %,d orders",
                second,
                heapBytes / 1048576.0,
                bufferBytes / 1048576.0,
                files,
                orders);
    }
}
