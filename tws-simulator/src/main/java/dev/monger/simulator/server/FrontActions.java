package dev.monger.simulator.server;

import dev.monger.simulator.TwsSimulator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of the control API that ends, starts and confirms TWS, and throws clients out. */
final class FrontActions {
    private final TwsSimulator simulator;
    private final MarketClock clock;

    FrontActions(TwsSimulator simulator, MarketClock clock) {
        this.simulator = simulator;
        this.clock = clock;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("/health", _ -> health()),
                Operation.get("/books", _ -> BooksView.books(simulator)),
                Operation.get("/executions", _ -> BooksView.executions(simulator)),
                Operation.post("/front/stop", this::stop),
                Operation.post("/front/start", this::start),
                Operation.post("/front/restart", this::restart),
                Operation.post("/front/confirm", this::confirm),
                Operation.post("/clients/{clientId}/disconnect", this::disconnect));
    }

    private Object stop(Operation.Call call) throws BadInput {
        call.body().only();
        simulator.stopFront();
        return health();
    }

    private Object start(Operation.Call call) throws BadInput {
        call.body().only("confirmation");
        simulator.startFront(call.body().flag("confirmation", false));
        return health();
    }

    private Object restart(Operation.Call call) throws BadInput {
        call.body().only("confirmation");
        boolean confirmation = call.body().flag("confirmation", false);
        simulator.stopFront();
        simulator.startFront(confirmation);
        return health();
    }

    private Object confirm(Operation.Call call) throws BadInput {
        call.body().only();
        if (!simulator.confirmLogin()) {
            throw new BadInput(
                    "no login waits for confirmation; TWS is "
                            + simulator.life().state()
                            + ", POST /front/start with confirmation true asks for one");
        }
        return health();
    }

    private Object disconnect(Operation.Call call) throws BadInput {
        call.body().only();
        String id = call.name("clientId");
        if (!simulator.person().disconnect((int) RequestBody.whole("clientId", id))) {
            throw new BadInput(
                    "clientId: no client "
                            + id
                            + " is connected; right would be one of "
                            + simulator.front().clientIds());
        }
        return health();
    }

    Map<String, Object> health() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("status", "UP");
        view.put("time", BooksView.time(simulator.nowNanos()));
        view.put("clock", clock.text());
        view.put("session", simulator.venue().session().name());
        view.put("front", simulator.life().state().name());
        view.put("clientIds", simulator.front().clientIds());
        return view;
    }
}
