package dev.monger.simulator.server;

import dev.monger.simulator.TwsSimulator;
import dev.monger.simulator.fault.Fault;
import dev.monger.simulator.fault.FaultKind;
import dev.monger.simulator.fault.FaultParameter;
import dev.monger.simulator.fault.Faults;
import dev.monger.simulator.fault.Scenario;
import dev.monger.simulator.fault.ScenarioText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Faults as users write and read them: on the command line, in a scenario, in a list. */
final class FaultTexts {
    private static final int WIDTH = 100;

    private FaultTexts() {}

    /** Reads {@code KIND[:NAME=VALUE]...}. */
    static Fault.Reading option(String text) {
        String[] parts = text.split(":", -1);
        Map<String, String> given = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals < 0) {
                problems.add(
                        "expected KIND[:NAME=VALUE]... as in M4:delayMillis=2000:times=3, was '"
                                + parts[i]
                                + "' in place of NAME=VALUE");
            } else if (given.put(parts[i].substring(0, equals), parts[i].substring(equals + 1))
                    != null) {
                problems.add(parts[i].substring(0, equals) + ": stands twice");
            }
        }
        Fault.Reading reading = Fault.read(parts[0], given);
        if (reading instanceof Fault.Reading.Refused(List<String> more)) {
            problems.addAll(more);
        }
        return problems.isEmpty() ? reading : new Fault.Reading.Refused(problems);
    }

    /** Switches on what the command line names, and has its scenario played from now on. */
    static void begin(SimulatorOptions options, TwsSimulator simulator) throws BadInput {
        Faults faults = simulator.faults();
        List<String> problems = new ArrayList<>();
        for (Fault fault : options.faults()) {
            String problem = faults.problem(fault);
            if (problem != null) {
                problems.add("--fault " + fault + ": " + problem);
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInput(String.join("\n", problems));
        }
        options.faults().forEach(faults::switchOn);
        Path scenario = options.path("scenario");
        if (scenario != null) {
            play(scenario, faults, simulator.nowNanos());
        }
    }

    private static void play(Path file, Faults faults, long startNanos) throws BadInput {
        Scenario scenario = scenario(file);
        String problem = scenario.problem(faults);
        if (problem != null) {
            throw new BadInput(file + ", " + problem);
        }
        scenario.play(faults, startNanos);
    }

    private static Scenario scenario(Path file) throws BadInput {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new BadInput(
                    "--scenario "
                            + file
                            + ": expected a file that can be read as text, was "
                            + e.getClass().getSimpleName());
        }
        return switch (ScenarioText.read(text)) {
            case ScenarioText.Reading.Read(Scenario scenario) -> scenario;
            case ScenarioText.Reading.Refused(List<String> problems) ->
                    throw new BadInput(
                            String.join(
                                    "\n",
                                    problems.stream()
                                            .map(problem -> file + ", " + problem)
                                            .toList()));
        };
    }

    /** Every fault's number and name, in lines as long as the help's. */
    static String names() {
        StringBuilder text = new StringBuilder();
        int length = 0;
        for (FaultKind kind : FaultKind.values()) {
            String name = kind.number() + " " + kind.name();
            boolean fits = length + name.length() < WIDTH;
            text.append(text.isEmpty() ? "  " : fits ? ", " : ",\n  ").append(name);
            length = (fits ? length : 0) + name.length() + 2;
        }
        return text.toString();
    }

    /** Every fault with its number, name, sentence and parameters. */
    static String list() {
        StringBuilder text = new StringBuilder();
        text.append(
                """
                Faults, by number or name: --fault M4:delayMillis=2000:times=3, a scenario file, or the control API.
                Usual values in brackets. Besides its own parameters every fault has perThousand and times; a fault
                that strikes sessions has clientId; a deed, which happens by itself, has firstMillis and everyMillis:

                """);
        usual(text, FaultKind.DUPLICATE_STATUS, "");
        usual(text, FaultKind.LINK_STORM, " of a deed");
        text.append('\n');
        for (FaultKind kind : FaultKind.values()) {
            text.append(kind.number())
                    .append("  ")
                    .append(kind.name())
                    .append(kind.isDeed() ? "  (a deed)\n    " : "\n    ")
                    .append(kind.sentence())
                    .append('\n');
            for (FaultParameter parameter : kind.parameters()) {
                if (!FaultKind.usualParameters().contains(parameter.name())) {
                    text.append("      ").append(line(parameter, "")).append('\n');
                }
            }
        }
        return text.toString();
    }

    private static void usual(StringBuilder text, FaultKind kind, String of) {
        for (FaultParameter parameter : kind.parameters()) {
            boolean usual = FaultKind.usualParameters().contains(parameter.name());
            boolean told = !of.isEmpty() && parameter.name().equals("perThousand");
            if (usual && !told) {
                text.append("      ").append(line(parameter, of)).append('\n');
            }
        }
    }

    private static String line(FaultParameter parameter, String of) {
        String usual = parameter.usual().isEmpty() ? "nothing" : parameter.usual();
        return parameter.name()
                + of
                + " ["
                + usual
                + "]  "
                + parameter.sentence()
                + "; "
                + parameter.right();
    }

    /** A kind as the control API tells it. */
    static Map<String, Object> view(FaultKind kind) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kind", kind.name());
        view.put("number", kind.number());
        view.put("sentence", kind.sentence());
        view.put("deed", kind.isDeed());
        view.put("parameters", kind.parameters().stream().map(FaultTexts::view).toList());
        return view;
    }

    private static Map<String, Object> view(FaultParameter parameter) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", parameter.name());
        view.put("usual", parameter.usual());
        view.put("right", parameter.right());
        view.put("sentence", parameter.sentence());
        if (parameter instanceof FaultParameter.Whole whole) {
            view.put("unit", whole.unit());
        }
        return view;
    }

    /** A fault that is on, as the control API tells it. */
    static Map<String, Object> view(Fault fault, long strikes) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kind", fault.kind().name());
        view.put("number", fault.kind().number());
        view.put("strikes", strikes);
        view.put("values", fault.values());
        return view;
    }
}
