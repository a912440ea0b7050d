package dev.monger.simulator;

import dev.monger.simulator.backend.AccountBooks;
import dev.monger.simulator.backend.BackendSettings;
import dev.monger.simulator.backend.Execution;
import dev.monger.simulator.fault.Fault;
import dev.monger.simulator.fault.FaultKind;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.OrderBuilder;
import java.util.List;

/** A simulator whose market stands still, with faults and clients, as stories tell them. */
final class FaultStage {
    static final String ACCOUNT = "DU1234567";

    final TwsSimulator simulator;

    FaultStage() {
        this(SimulatorSettings.usual(1));
    }

    private FaultStage(SimulatorSettings settings) {
        this.simulator = Desk.simulator(settings);
    }

    static FaultStage withAccounts(List<String> names) {
        return withBackend(BackendSettings.usual().withAccounts(names, 1_000_000 * Decimals.ONE));
    }

    static FaultStage withLatency(BackendSettings.Latency latency) {
        return withBackend(BackendSettings.usual().withLatency(latency));
    }

    private static FaultStage withBackend(BackendSettings backend) {
        return new FaultStage(SimulatorSettings.usual(1).withBackend(backend));
    }

    TwsClientFake client(int id) {
        return TwsClientFake.started(simulator, id);
    }

    void on(Fault fault) {
        simulator.faults().switchOn(fault);
        pass(0);
    }

    void on(FaultKind kind) {
        on(Fault.of(kind));
    }

    /** Lets milliseconds pass. */
    void pass(long millis) {
        simulator.advanceTo(simulator.nowNanos() + millis * 1_000_000L);
    }

    void buys(TwsClientFake client, int id, long shares) {
        client.say(Desk.place(id, Desk.market("BUY", shares)));
    }

    void rests(TwsClientFake client, int id, OrderBuilder order) {
        client.say(Desk.place(id, order));
    }

    AccountBooks books() {
        return simulator.backend().books(ACCOUNT);
    }

    long held() {
        return books().shares(Desk.IBM);
    }

    List<Execution> executions() {
        return simulator.backend().executions();
    }

    static long shares(long valueE8) {
        return valueE8 / Decimals.ONE;
    }
}
