package dev.monger.simulator.server;

import dev.monger.simulator.fault.Fault;
import dev.monger.simulator.fault.FaultKind;
import dev.monger.simulator.fault.Faults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The part of the control API that switches faults, always on the loop thread. */
final class FaultActions {
    private static final String ALL = "*";

    private final Faults faults;

    FaultActions(Faults faults) {
        this.faults = faults;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("/faults", _ -> all()),
                Operation.post("/faults", call -> switchOn(call.body().fields())),
                Operation.post("/faults/off", call -> switchOff(call.body().fields())),
                Operation.post("/login", _ -> logIn()));
    }

    private Map<String, Object> all() {
        Map<String, Object> view = on();
        view.put("kinds", List.of(FaultKind.values()).stream().map(FaultTexts::view).toList());
        return view;
    }

    private Map<String, Object> on() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("loginExpired", faults.doors().isLoginExpired());
        view.put("linkLost", faults.link().isLost());
        view.put(
                "on",
                faults.switchedOn().stream()
                        .map(fault -> FaultTexts.view(fault, faults.strikes(fault.kind())))
                        .toList());
        return view;
    }

    private Map<String, Object> switchOn(Map<String, String> body) throws BadInput {
        Map<String, String> given = new TreeMap<>(body);
        String kind = given.remove("kind");
        if (kind == null) {
            throw new BadInput("kind: is missing; GET /faults lists them");
        }
        switch (Fault.read(kind, given)) {
            case Fault.Reading.Refused(List<String> problems) ->
                    throw new BadInput(String.join("; ", problems));
            case Fault.Reading.Read(Fault fault) -> {
                String problem = faults.problem(fault);
                if (problem != null) {
                    throw new BadInput(problem);
                }
                faults.switchOn(fault);
            }
        }
        return on();
    }

    private Map<String, Object> switchOff(Map<String, String> body) throws BadInput {
        Map<String, String> given = new TreeMap<>(body);
        String name = given.remove("kind");
        if (name == null || !given.isEmpty()) {
            throw new BadInput("expected the field kind and no other; \"*\" means all");
        }
        FaultKind kind = FaultKind.of(name);
        if (name.equals(ALL)) {
            faults.calm();
        } else if (kind == null) {
            throw new BadInput("kind: no such fault '" + name + "'; GET /faults lists them");
        } else {
            faults.switchOff(kind);
        }
        return on();
    }

    private Map<String, Object> logIn() {
        faults.logIn();
        return on();
    }
}
