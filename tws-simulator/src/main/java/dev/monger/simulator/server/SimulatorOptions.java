package dev.monger.simulator.server;

import dev.monger.simulator.fault.Fault;
import dev.monger.tws.message.Decimals;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The command line, read; all problems are reported together. */
final class SimulatorOptions {
    static final String HELP =
            """
            A TWS for tests and demos: speaks the TWS socket protocol (server versions 151 to 200), makes a market
            from a seed or replays a recorded day, and keeps exact books. Listens on loopback only, unless told.

            Usage: simulator [options]     each option as --name value or --name=value

            Where
              --port N               port for API clients, 0 for any free one (0)
              --control-port N       port of the control API, 0 for any free one (0)
              --bind ADDRESS         address for API clients (127.0.0.1); the control API stays on loopback
            Market
              --seed N               the seed of the generated market and of faults (1)
              --symbols A,B,C        list only these; unknown ones are made up
              --instruments FILE     lines of symbol,conId,exchange,price,spreadTicks,size,volatilityBasisPoints
              --always-open          the exchange never closes
              --history SECONDS      how much generated past history can be asked for at the start (7200)
              --replay DIR           replay a recorded day: SYMBOL.csv or SYMBOL.csv.gz per symbol
              --start HH:MM          where in the replayed day to begin, New York time (09:30)
              --speed X              market seconds per second (1); MONGER_CLOCK overrides it and --start
              --quantum MS           largest step of market time between two looks at the sockets (250)
              --record DIR           write the market as files that can be replayed
            Broker
              --account A,B          account names (DU1234567)
              --cash AMOUNT          cash of each account at first (1000000)
              --commission MIN,RATE  minimum per order and rate per share (1.0,0.005)
              --brackets A,B,C       children start: filled|first-fill; their size: written|so-far; a cancel of a
                                     partly filled parent: cancels|releases (filled,written,cancels)
              --not-shortable A,B    symbols whose short sales are held for locate
              --state DIR            books survive a restart of the simulator
            TWS
              --server-version N     highest version offered, 151 to 200 (200)
              --master-client-id N   client that sees the orders of all, -1 for none (0)
              --read-only            orders of API clients are refused
            Faults
              --fault KIND[:NAME=VALUE]...   switch a fault on from the start, as in M4:delayMillis=2000:times=3;
                                     may be repeated
              --scenario FILE        switch faults on and off at times: a list of entries like
                                       - at: +30s           # since the start, or 09:45:00 in New York
                                         fault: M9
                                         outageMillis: 5000
                                         for: 10m           # until it is switched off
                                       - at: 10:30
                                         off: M1
              --faults               list every fault with its parameters
            Other
              --help                 this text

            Faults there are, what TWS, IB Gateway and the broker are known to do wrong
            %s

            When it can be used it prints one line: ready port=N control=N clock=WALL,EXCHANGE,RATE
            The control API describes itself at http://127.0.0.1:CONTROL/openapi.json
            """;

    private static final List<String> FLAGS = List.of("always-open", "read-only", "faults", "help");
    private static final List<String> NAMED =
            List.of(
                    "port",
                    "control-port",
                    "bind",
                    "seed",
                    "symbols",
                    "instruments",
                    "history",
                    "replay",
                    "start",
                    "speed",
                    "quantum",
                    "record",
                    "account",
                    "cash",
                    "commission",
                    "brackets",
                    "not-shortable",
                    "state",
                    "server-version",
                    "master-client-id",
                    "scenario",
                    "fault");

    private final Map<String, String> values = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private SimulatorOptions() {}

    static String help() {
        return HELP.formatted(FaultTexts.names());
    }

    static SimulatorOptions read(String... arguments) throws BadInput {
        SimulatorOptions options = new SimulatorOptions();
        for (int i = 0; i < arguments.length; i++) {
            i += options.take(arguments[i], i + 1 < arguments.length ? arguments[i + 1] : null);
        }
        options.check();
        if (!options.problems.isEmpty()) {
            throw new BadInput(String.join("\n", options.problems));
        }
        return options;
    }

    private int take(String argument, @Nullable String next) {
        if (!argument.startsWith("--")) {
            problems.add("'" + argument + "' is no option; options begin with --, see --help");
            return 0;
        }
        int equals = argument.indexOf('=');
        String name = argument.substring(2, equals < 0 ? argument.length() : equals);
        if (FLAGS.contains(name)) {
            values.put(name, "true");
            return 0;
        }
        if (!NAMED.contains(name)) {
            problems.add("--" + name + " is no option of the simulator, see --help");
            return 0;
        }
        String value = equals >= 0 ? argument.substring(equals + 1) : next;
        if (value == null) {
            problems.add("--" + name + " needs a value, see --help");
            return 0;
        }
        if (name.equals("fault")) {
            fault(value);
        } else {
            values.put(name, value);
        }
        return equals >= 0 ? 0 : 1;
    }

    private void fault(String text) {
        switch (FaultTexts.option(text)) {
            case Fault.Reading.Read(Fault fault) -> faults.add(fault);
            case Fault.Reading.Refused(List<String> found) ->
                    found.forEach(problem ->
                            problems.add("--fault " + text + ": " + problem + "; see --faults"));
        }
    }

    private void check() {
        whole("port", 0, 0, 65_535);
        whole("control-port", 0, 0, 65_535);
        whole("seed", 1, Long.MIN_VALUE, Long.MAX_VALUE);
        whole("history", 7200, 0, 172_800);
        whole("quantum", 250, 1, 60_000);
        whole("server-version", 200, 151, 200);
        whole("master-client-id", 0, -1, Integer.MAX_VALUE);
        speed();
        start();
        cashE8();
        commissionE8();
        brackets();
    }

    long whole(String name, long usual, long least, long most) {
        String text = values.get(name);
        if (text == null) {
            return usual;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            problems.add(
                    "--"
                            + name
                            + " "
                            + text
                            + ": expected a whole number from "
                            + least
                            + " to "
                            + most);
            return usual;
        }
        problems.add(
                "--"
                        + name
                        + " "
                        + text
                        + ": expected a whole number from "
                        + least
                        + " to "
                        + most);
        return usual;
    }

    BigDecimal speed() {
        String text = values.getOrDefault("speed", "1");
        try {
            BigDecimal speed = new BigDecimal(text);
            if (speed.signum() > 0 && speed.compareTo(BigDecimal.valueOf(100_000)) <= 0) {
                return speed;
            }
        } catch (NumberFormatException e) {
            problems.add("--speed " + text + ": expected a number above 0, at most 100000");
            return BigDecimal.ONE;
        }
        problems.add("--speed " + text + ": expected a number above 0, at most 100000");
        return BigDecimal.ONE;
    }

    LocalTime start() {
        String text = values.getOrDefault("start", "09:30");
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            problems.add("--start " + text + ": expected a time like 09:30");
            return LocalTime.of(9, 30);
        }
    }

    long cashE8() {
        return decimalE8("cash", values.getOrDefault("cash", "1000000"));
    }

    long[] commissionE8() {
        String[] parts = values.getOrDefault("commission", "1.0,0.005").split(",", -1);
        if (parts.length != 2) {
            problems.add("--commission: expected MIN,RATE like 1.0,0.005");
            return new long[2];
        }
        return new long[] {decimalE8("commission", parts[0]), decimalE8("commission", parts[1])};
    }

    List<String> brackets() {
        List<String> parts = list("brackets", "filled,written,cancels");
        boolean known =
                parts.size() == 3
                        && List.of("filled", "first-fill").contains(parts.get(0))
                        && List.of("written", "so-far").contains(parts.get(1))
                        && List.of("cancels", "releases").contains(parts.get(2));
        if (!known) {
            problems.add("--brackets: expected filled|first-fill,written|so-far,cancels|releases");
            return List.of("filled", "written", "cancels");
        }
        return parts;
    }

    private long decimalE8(String name, String text) {
        try {
            long value = Decimals.of(text);
            if (value >= 0 && value != Decimals.UNSET) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            problems.add("--" + name + ": '" + text + "' is no amount like 1.5");
            return 0;
        }
        problems.add("--" + name + ": '" + text + "' is no amount like 1.5");
        return 0;
    }

    List<String> list(String name, String usual) {
        String text = values.getOrDefault(name, usual);
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }

    String text(String name, String usual) {
        return values.getOrDefault(name, usual);
    }

    boolean flag(String name) {
        return values.containsKey(name);
    }

    @Nullable Path path(String name) {
        String text = values.get(name);
        return text == null ? null : Path.of(text);
    }

    List<Fault> faults() {
        return faults;
    }
}
