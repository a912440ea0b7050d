package dev.monger.simulator;

import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.fault.FaultKind;
import dev.monger.simulator.venue.SeededRandom;
import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.ExecutionFilter;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ReferenceRequest;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionRequest;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Clients who ask for everything in any order, on a generated market, from one seed. */
final class RandomDay {
    private static final int[] CLIENT_IDS = {0, 7, 8};
    private static final List<String> SYMBOLS = List.of("IBM", "SPY");

    final TwsSimulator simulator;
    private final SeededRandom random;
    private final List<TwsClientFake> clients = new ArrayList<>();
    private final List<TwsClientFake> everybody = new ArrayList<>();
    private int endedByTws;

    RandomDay(long seed) {
        simulator = TwsSimulator.generated(SimulatorSettings.usual(seed), Desk.START);
        random = new SeededRandom(seed, "day");
        simulator.advanceTo(Desk.START + Desk.SECOND);
        for (int id : CLIENT_IDS) {
            clients.add(connected(id));
        }
    }

    /** Lets so many things happen. */
    void run(int deeds) {
        for (int i = 0; i < deeds; i++) {
            simulator.advanceTo(simulator.nowNanos() + random.below(2 * Desk.SECOND));
            int who = (int) random.below(clients.size());
            TwsClientFake client = clients.get(who);
            if (client.closed || random.chance(20)) {
                endedByTws += client.closed ? 1 : 0;
                client.hangUp();
                clients.set(who, connected(CLIENT_IDS[who]));
            } else {
                act(client, CLIENT_IDS[who]);
            }
        }
    }

    /** Nothing goes wrong any more, and what was begun has ended. */
    void calm() {
        simulator.faults().calm();
        simulator.advanceTo(simulator.nowNanos() + 200 * Desk.SECOND);
    }

    /** How many connections TWS has ended. */
    int endedByTws() {
        return endedByTws;
    }

    /** The faults that have struck. */
    List<FaultKind> struck() {
        return List.of(FaultKind.values()).stream()
                .filter(kind -> simulator.faults().strikes(kind) > 0)
                .toList();
    }

    /** Whether a new client is greeted, answered and traded with. */
    boolean isServed() {
        TwsClientFake client = connected(9);
        client.say(new SessionRequest.RequestCurrentTime());
        client.say(new OrderRequest.PlaceOrder(1, ibm(), Desk.market("BUY", 1).build()));
        simulator.advanceTo(simulator.nowNanos() + 5 * Desk.SECOND);
        return !client.closed
                && !client.heard(SessionMessage.CurrentTime.class).isEmpty()
                && client.story().contains("execDetails 1 1");
    }

    /** All that was told to anybody, byte for byte. */
    byte[] everythingTold() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        everybody.forEach(client -> all.writeBytes(client.bytes.toByteArray()));
        return all.toByteArray();
    }

    private TwsClientFake connected(int id) {
        TwsClientFake client = new TwsClientFake(simulator, 200);
        everybody.add(client);
        client.say(new SessionRequest.StartApi(id, ""));
        return client;
    }

    private static Contract ibm() {
        return Contract.of("IBM", "STK", "SMART", "USD");
    }

    private void act(TwsClientFake client, int clientId) {
        Contract contract = Contract.of(SYMBOLS.get((int) random.below(2)), "STK", "SMART", "USD");
        int request = (int) random.below(1000);
        switch ((int) random.below(14)) {
            case 0, 1, 2 -> place(client, clientId, contract);
            case 3 -> change(client, clientId);
            case 4 -> cancel(client, clientId);
            case 5 -> client.say(new OrderRequest.RequestAllOpenOrders());
            case 6 -> client.say(new OrderRequest.RequestExecutions(request, ExecutionFilter.NONE));
            case 7 -> client.say(new AccountRequest.RequestPositions());
            case 8 ->
                    client.say(
                            new MarketDataRequest.RequestMarketData(
                                    request, contract, "", false, false, ""));
            case 9 ->
                    client.say(
                            new MarketDataRequest.RequestHistoricalData(
                                    request,
                                    contract,
                                    false,
                                    "",
                                    "5 secs",
                                    "300 S",
                                    false,
                                    "TRADES",
                                    2,
                                    random.chance(500),
                                    ""));
            case 10 -> client.say(new AccountRequest.RequestPnl(request, "DU1234567", ""));
            case 11 -> client.say(new AccountRequest.RequestAccountUpdates(true, "DU1234567"));
            case 12 ->
                    client.say(
                            new ReferenceRequest.RequestContractDetails(
                                    request, contract, false, ""));
            default -> client.say(new OrderRequest.RequestOpenOrders());
        }
    }

    private void place(TwsClientFake client, int clientId, Contract contract) {
        int id = simulator.backend().nextOrderId(clientId);
        String side = random.chance(500) ? "BUY" : "SELL";
        long shares = 1 + random.below(900);
        if (random.chance(500)) {
            client.say(
                    new OrderRequest.PlaceOrder(id, contract, Desk.market(side, shares).build()));
        } else {
            long mid = simulator.backend().market(conId(contract)).quote().midE8();
            long price = mid / Desk.CENT + random.below(21) - 10;
            client.say(
                    new OrderRequest.PlaceOrder(
                            id, contract, Desk.limit(side, shares, price).build()));
            if (random.chance(300)) {
                client.say(
                        new OrderRequest.PlaceOrder(
                                id + 1,
                                contract,
                                Desk.limit(side.equals("BUY") ? "SELL" : "BUY", shares, price)
                                        .parentId(id)
                                        .build()));
            }
        }
    }

    private int conId(Contract contract) {
        return simulator.venue().markets().stream()
                .filter(market -> market.instrument().symbol().equals(contract.symbol()))
                .findFirst()
                .orElseThrow()
                .instrument()
                .conId();
    }

    private void change(TwsClientFake client, int clientId) {
        List<BrokerOrder> own = own(clientId);
        if (!own.isEmpty()) {
            BrokerOrder order = own.get((int) random.below(own.size()));
            client.say(
                    new OrderRequest.PlaceOrder(
                            order.origin().orderId(),
                            Contract.byConId(order.instrument().conId(), "SMART"),
                            Desk.limit(
                                            order.terms().buy() ? "BUY" : "SELL",
                                            order.terms().shares() + random.below(50),
                                            order.terms().prices().limitE8() / Desk.CENT
                                                    + random.below(5)
                                                    - 2)
                                    .build()));
        }
    }

    private void cancel(TwsClientFake client, int clientId) {
        List<BrokerOrder> own = own(clientId);
        if (!own.isEmpty()) {
            client.say(
                    OrderRequest.CancelOrder.of(
                            own.get((int) random.below(own.size())).origin().orderId()));
        }
    }

    private List<BrokerOrder> own(int clientId) {
        return simulator.backend().openOrders().stream()
                .filter(order -> order.origin().clientId() == clientId)
                .filter(order -> order.origin().orderId() != 0)
                .toList();
    }
}
