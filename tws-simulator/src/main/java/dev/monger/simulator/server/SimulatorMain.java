package dev.monger.simulator.server;

import dev.monger.simulator.TwsSimulator;
import dev.monger.simulator.backend.BackendMemory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;

/** The simulator as a process: {@code --help} says how to use it. */
public final class SimulatorMain {
    private static final int WRONG_USAGE = 2;

    private SimulatorMain() {}

    /**
     * Runs until it is told to stop; exits with 2 when its command line or a file cannot be used.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            SimulatorOptions options = SimulatorOptions.read(arguments);
            if (options.flag("help")) {
                System.out.print(SimulatorOptions.help());
                return;
            }
            if (options.flag("faults")) {
                System.out.print(FaultTexts.list());
                return;
            }
            run(options);
        } catch (BadInput e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_USAGE);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_USAGE);
        }
    }

    private static void run(SimulatorOptions options)
            throws BadInput, IOException, InterruptedException {
        try (SimulatorServer server =
                SimulatorServer.start(
                        options, System.getenv("MONGER_CLOCK"), SimulatorMain::wallNanos)) {
            System.out.println(server.readyLine());
            System.out.flush();
            Thread stopper =
                    Thread.ofPlatform()
                            .unstarted(() -> {
                                server.stop();
                                server.awaitEnd();
                            });
            Runtime.getRuntime().addShutdownHook(stopper);
            server.awaitEnd();
        }
    }

    static long wallNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    static InetSocketAddress address(SimulatorOptions options, String portName) throws IOException {
        int port = (int) options.whole(portName, 0, 0, 65_535);
        return new InetSocketAddress(
                InetAddress.getByName(options.text("bind", "127.0.0.1")), port);
    }

    /** The control API never leaves the machine, wherever API clients may come from. */
    static InetSocketAddress controlAddress(SimulatorOptions options) {
        int port = (int) options.whole("control-port", 0, 0, 65_535);
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    static StateFile state(Path folder, TwsSimulator simulator) throws IOException, BadInput {
        BackendMemory memory = new BackendMemory();
        StateFile state = StateFile.open(folder, memory);
        if (!memory.isEmpty()) {
            simulator.restore(memory);
        }
        simulator.rememberWith(state::add);
        return state;
    }
}
