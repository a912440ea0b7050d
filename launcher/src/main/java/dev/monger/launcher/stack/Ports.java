package dev.monger.launcher.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The ports of a stack's parts.
 *
 * @param kafka the broker
 * @param registry the registry
 * @param manager the manager's HTTP
 * @param portfolio the portfolio's HTTP
 * @param tws the simulator's TWS protocol
 * @param control the simulator's HTTP
 */
public record Ports(int kafka, int registry, int manager, int portfolio, int tws, int control) {

    /** Those a stack takes when nothing else is said. */
    public static final Ports USUAL = new Ports(39092, 38081, 38080, 38082, 37497, 38083);

    /** Ports that are free at this moment, each another one. */
    public static Ports free() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 6; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            int[] port = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            return new Ports(port[0], port[1], port[2], port[3], port[4], port[5]);
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    /** Refuses if one of the ports is in use, naming every such port and who holds it. */
    public void check(boolean withSimulator) throws Refusal {
        List<String> used = new ArrayList<>();
        for (Map.Entry<String, Integer> entry : named(withSimulator)) {
            int port = entry.getValue();
            if (!bindable(port)) {
                String owner = PortOwner.of(port).orElse("a process that cannot be seen from here");
                used.add("port " + port + " of the " + entry.getKey() + " is held by " + owner);
            }
        }
        if (!used.isEmpty()) {
            throw new Refusal(
                    Refusal.BAD_INPUT,
                    String.join("\n", used)
                            + "\nEnd what holds it, or start with --free-ports to choose others");
        }
    }

    private List<Map.Entry<String, Integer>> named(boolean withSimulator) {
        List<Map.Entry<String, Integer>> named =
                new ArrayList<>(
                        List.of(
                                Map.entry("broker", kafka),
                                Map.entry("registry", registry),
                                Map.entry("manager", manager),
                                Map.entry("portfolio", portfolio)));
        if (withSimulator) {
            named.add(Map.entry("simulator", tws));
            named.add(Map.entry("simulator's control", control));
        }
        return named;
    }

    private static boolean bindable(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException used) {
            return false;
        }
    }
}
