package dev.monger.simulator.server;

import dev.monger.simulator.TwsSimulator;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A running simulator in this process: its loop thread and its control API; for tests, and for the
 * main program.
 */
public final class SimulatorServer implements Closeable {
    private final TwsSimulator simulator;
    private final SimulatorLoop loop;
    private final ControlServer control;
    private final Thread thread;

    private SimulatorServer(TwsSimulator simulator, SimulatorLoop loop, ControlServer control) {
        this.simulator = simulator;
        this.loop = loop;
        this.control = control;
        this.thread = Thread.ofPlatform().name("simulator").unstarted(this::runLoop);
    }

    /** Starts from command-line arguments, on real time at the speed they name. */
    public static SimulatorServer start(String... arguments) throws BadInput, IOException {
        return start(SimulatorOptions.read(arguments), null, SimulatorMain::wallNanos);
    }

    static SimulatorServer start(
            SimulatorOptions options, @Nullable String clockText, LongSupplier wallNanos)
            throws BadInput, IOException {
        Assembly assembly = Assembly.of(options, clockText, wallNanos);
        TwsSimulator simulator = assembly.simulator();
        Path stateFolder = options.path("state");
        StateFile state = stateFolder == null ? null : SimulatorMain.state(stateFolder, simulator);
        // The past before the first moment is made now, so that it is neither recorded nor waited
        // for later.
        simulator.advanceTo(assembly.clock().exchangeNanos(wallNanos.getAsLong()));
        // Faults begin with the market the clients see, not with its past.
        FaultTexts.begin(options, simulator);
        Path recordFolder = options.path("record");
        MarketRecorder recorder = null;
        if (recordFolder != null) {
            recorder = new MarketRecorder(recordFolder, simulator.settings().instruments());
            simulator.recordWith(recorder::record);
        }
        SimulatorLoop loop =
                new SimulatorLoop(
                        assembly,
                        options.whole("quantum", 250, 1, 60_000) * 1_000_000L,
                        wallNanos,
                        SimulatorMain.address(options, "port"),
                        state,
                        recorder);
        ControlServer control =
                new ControlServer(loop, simulator, SimulatorMain.controlAddress(options));
        SimulatorServer server = new SimulatorServer(simulator, loop, control);
        server.thread.start();
        return server;
    }

    private void runLoop() {
        try (loop) {
            loop.run();
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator's loop ended", e);
        }
    }

    /** The port API clients connect to. */
    public int port() {
        try {
            return loop.port();
        } catch (IOException e) {
            throw new UncheckedIOException("the port is gone", e);
        }
    }

    /**
     * Has the loop answer a question about the simulator, between two steps of the market.
     *
     * @throws IllegalStateException when the loop has ended or takes half a minute
     */
    public <T> T ask(Function<TwsSimulator, T> question) {
        try {
            return loop.ask(() -> question.apply(simulator)).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the simulator was asked", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the simulator does not answer", e);
        }
    }

    ControlServer control() {
        return control;
    }

    /** The port of the control API. */
    public int controlPort() {
        return control.port();
    }

    /** What the process prints once it can be used. */
    public String readyLine() {
        return "ready port="
                + port()
                + " control="
                + controlPort()
                + " clock="
                + loop.clock().text();
    }

    /** Asks the loop to end. */
    public void stop() {
        loop.stop();
    }

    /** Waits until the loop has ended. */
    public void awaitEnd() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        control.stop();
        stop();
        awaitEnd();
    }
}
