package dev.monger.endurance;

import dev.monger.simulator.server.BadInput;
import dev.monger.simulator.server.SimulatorServer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Many clients at one simulator for a while: nothing grows, and no word about an order is lost or
 * comes in the wrong order. It cannot be taken up in its middle: an interrupted soak begins anew.
 */
final class SoakTrial implements Trial {

    private static final long READY_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK_MILLIS = 100;
    private static final String DONE = "done";

    private final SoakSettings settings;

    SoakTrial(SoakSettings settings) {
        this.settings = settings;
    }

    @Override
    public Verdict run(Course course) throws IOException, InterruptedException {
        Page page = course.page();
        if (!page.text(DONE, "").equals(settings.toString())) {
            page.clear();
            if (!soak(course)) {
                return new Verdict(false, List.of(), List.of("interrupted; it begins anew"));
            }
            page.put(DONE, settings.toString());
            course.save();
        }
        return new Verdict(true, page.failures(), page.text("figures", "").lines().toList());
    }

    private boolean soak(Course course) throws IOException, InterruptedException {
        try (SimulatorServer simulator = SimulatorServer.start(settings.simulatorArguments())) {
            return soak(course, simulator);
        } catch (BadInput refused) {
            throw new IllegalArgumentException(
                    "Condition failed: settings a simulator takes: " + refused.getMessage(),
                    refused);
        }
    }

    private boolean soak(Course course, SimulatorServer simulator)
            throws IOException, InterruptedException {
        List<SoakClient> clients =
                IntStream.rangeClosed(1, settings.clients())
                        .mapToObj(id -> new SoakClient(id, simulator.port(), settings))
                        .toList();
        List<Thread> threads =
                clients.stream()
                        .map(client ->
                                Thread.ofPlatform().name("soak-" + client.clientId()).start(client))
                        .toList();
        try {
            return soak(course, simulator, clients);
        } finally {
            clients.forEach(SoakClient::end);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private boolean soak(Course course, SimulatorServer simulator, List<SoakClient> clients)
            throws IOException, InterruptedException {
        boolean flows =
                await(course, READY_NANOS, () -> clients.stream().allMatch(SoakClient::flows));
        SoakRun run = new SoakRun(settings, clients);
        if (!run.go(course)) {
            return false;
        }
        clients.forEach(SoakClient::windDown);
        boolean quiet =
                await(course, QUIET_NANOS, () -> clients.stream().allMatch(SoakClient::isQuiet));
        run.judge(course.page(), SoakBooks.read(simulator.controlPort()), flows, quiet);
        return true;
    }

    private static boolean await(Course course, long mostNanos, BooleanSupplier condition)
            throws InterruptedException {
        long until = System.nanoTime() + mostNanos;
        while (!condition.getAsBoolean() && course.goesOn() && System.nanoTime() - until < 0) {
            course.pause(LOOK_MILLIS);
        }
        return condition.getAsBoolean();
    }
}
