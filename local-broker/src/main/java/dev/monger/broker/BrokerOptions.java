package dev.monger.broker;

import java.nio.file.Path;
import java.util.List;

/**
 * What the broker is started with.
 *
 * @param host the address it listens on and advertises
 * @param port the port clients connect to; 0 chooses a free one
 * @param dataFolder where records are kept
 */
record BrokerOptions(String host, int port, Path dataFolder) {

    static final String USAGE =
            """
            usage: LocalBroker --port PORT --data-dir FOLDER [--host ADDRESS]
              --port      port for clients, 0 to choose a free one
              --data-dir  where records are kept; made if it is not there
              --host      address to listen on (127.0.0.1)\
            """;

    /** Reads the command line, or refuses it saying what would be right. */
    static BrokerOptions parse(List<String> arguments) throws Refusal {
        String host = "127.0.0.1";
        Integer port = null;
        Path dataFolder = null;
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (i + 1 == arguments.size()) {
                throw new Refusal(name + " lacks its value\n" + USAGE);
            }
            String value = arguments.get(i + 1);
            switch (name) {
                case "--host" -> host = value;
                case "--port" -> port = port(value);
                case "--data-dir" -> dataFolder = Path.of(value).toAbsolutePath().normalize();
                default -> throw new Refusal("unknown option " + name + "\n" + USAGE);
            }
        }
        if (port == null || dataFolder == null) {
            throw new Refusal((port == null ? "--port" : "--data-dir") + " is missing\n" + USAGE);
        }
        return new BrokerOptions(host, port, dataFolder);
    }

    private static int port(String value) throws Refusal {
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw new Refusal("--port is a number from 0 to 65535, not " + value, notANumber);
        }
        throw new Refusal("--port is a number from 0 to 65535, not " + value);
    }
}
