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
                    "latency",
                    "halts",
                    "gaps",
                    "pace",
                    "ticks",
                    "lines",
                    "rights",
                    "readings",
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
        return SimulatorHelp.TEXT.formatted(FaultTexts.names());
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
        if (argument.equals("-h") || argument.equals("help")) {
            values.put("help", "true");
            return 0;
        }
        if (!argument.startsWith("--")) {
            problem("'" + argument + "' is no option; options begin with --, see --help");
            return 0;
        }
        int equals = argument.indexOf('=');
        String name = argument.substring(2, equals < 0 ? argument.length() : equals);
        if (FLAGS.contains(name)) {
            values.put(name, "true");
            return 0;
        }
        if (!NAMED.contains(name)) {
            problem("--" + name + " is no option of the simulator, see --help");
            return 0;
        }
        String value = equals >= 0 ? argument.substring(equals + 1) : next;
        if (value == null) {
            problem("--" + name + " needs a value, see --help");
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
                            problem("--fault " + text + ": " + problem + "; see --faults"));
        }
    }

    private void check() {
        whole("port", 0, 0, 65_535);
        whole("control-port", 0, 0, 65_535);
        whole("seed", 1, Long.MIN_VALUE, Long.MAX_VALUE);
        whole("history", 7200, 0, 172_800);
        whole("quantum", 250, 1, 60_000);
        speed();
        start();
        cashE8();
        new SettingsReader(this).check();
    }

    /** Something is wrong; all problems are reported together. */
    void problem(String text) {
        if (!problems.contains(text)) {
            problems.add(text);
        }
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
            // No number is as wrong as one out of range.
        }
        String range = least + " to " + most;
        problem("--" + name + " " + text + ": expected a whole number from " + range);
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
            // As wrong as one out of range.
        }
        problem("--speed " + text + ": expected a number above 0, at most 100000");
        return BigDecimal.ONE;
    }

    LocalTime start() {
        String text = values.getOrDefault("start", "09:30");
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            problem("--start " + text + ": expected a time like 09:30");
            return LocalTime.of(9, 30);
        }
    }

    long cashE8() {
        return decimalE8("cash", values.getOrDefault("cash", "1000000"));
    }

    long decimalE8(String name, String text) {
        try {
            long value = Decimals.of(text);
            if (value >= 0 && value != Decimals.UNSET) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            // As wrong as one below nothing.
        }
        problem("--" + name + ": '" + text + "' is no amount like 1.5");
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
