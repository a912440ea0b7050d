package dev.monger.fleet.world;

import dev.monger.engine.EngineInput;
import dev.monger.simulator.front.Connection;
import dev.monger.simulator.front.ConnectionOutput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The socket between one service and TWS: bytes arrive in order, each a little later. */
final class Cable {

    private static final long WAY_NANOS = 50_000L;

    private final House house;
    private final World world;
    private @Nullable Connection connection;
    private long untilNanos;
    private long lines;

    Cable(House house, World world) {
        this.house = house;
        this.world = world;
    }

    void open() {
        lines++;
        connection = world.broker().connect(new Line(lines));
        house.deliver(EngineInput.LinkOpened::new);
    }

    void hangUp() {
        Connection open = connection;
        connection = null;
        if (open != null && !open.isClosed()) {
            open.closedByPeer();
        }
    }

    void close(String reason) {
        hangUp();
        house.later(() -> house.deliver(now -> new EngineInput.LinkClosed(now, reason)));
    }

    void send(byte[] bytes) {
        Connection to = connection;
        if (to == null) {
            return;
        }
        world.agenda()
                .in(
                        WAY_NANOS,
                        () -> {
                            if (!to.isClosed()) {
                                to.received(bytes, world.agenda().nowNanos());
                            }
                        });
    }

    /** One connection's way back. */
    private final class Line implements ConnectionOutput {

        private final long number;

        /** What TWS says at one moment is read at once, as a socket gives it. */
        private List<byte[]> saidNow = new ArrayList<>();

        private long sentNanos = Long.MIN_VALUE;

        Line(long number) {
            this.number = number;
        }

        @Override
        public void send(byte[] bytes) {
            long nowNanos = world.agenda().nowNanos();
            if (sentNanos == nowNanos) {
                saidNow.add(bytes);
                return;
            }
            List<byte[]> said = new ArrayList<>();
            said.add(bytes);
            saidNow = said;
            sentNanos = nowNanos;
            arrive(() -> {
                byte[] read = joined(said);
                house.deliver(now -> new EngineInput.BytesRead(now, read));
            });
        }

        @Override
        public void close() {
            sentNanos = Long.MIN_VALUE;
            arrive(() -> {
                connection = null;
                house.deliver(now -> new EngineInput.LinkClosed(now, "closed by TWS"));
            });
        }

        private void arrive(Runnable deed) {
            untilNanos = Math.max(untilNanos, world.agenda().nowNanos() + house.delay());
            Runnable arrival =
                    house.ofThisLife(() -> {
                        if (number == lines && connection != null) {
                            deed.run();
                        }
                    });
            world.agenda().at(untilNanos, arrival);
        }
    }

    private static byte[] joined(List<byte[]> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
