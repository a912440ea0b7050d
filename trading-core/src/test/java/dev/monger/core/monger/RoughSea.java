package dev.monger.core.monger;

import dev.monger.core.model.CommandId;
import dev.monger.core.model.ExecId;
import dev.monger.core.model.Instants;
import dev.monger.core.model.LeaseEpoch;
import dev.monger.core.model.Lifetime;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import dev.monger.core.monger.FakeBroker.Kept;
import dev.monger.core.monger.MongerEvent.CommandKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A monger and a broker between which answers take time, repeat, change places and get lost. */
final class RoughSea {

    private record OnItsWay(long dueNanos, MongerEvent event) {}

    final Chance chance;
    final FakeBroker broker = new FakeBroker();
    final List<String> story = new ArrayList<>();
    private final Deque<OnItsWay> onItsWay = new ArrayDeque<>();
    MongerState state = MongerState.initial(Story.SPY, new LeaseEpoch(1), FakeBroker.CLIENT);
    long nanos;
    boolean linked;
    boolean calm;
    boolean hands;
    boolean meddling;
    private long monotonicOffset;
    private final SeaRules rules;
    private final boolean drifts;
    private Price bid = Price.of("100.00");
    long epoch = 1;
    int steps;
    boolean armed;
    int entries;
    int fills;
    private int commands;
    private int handTrades;
    private long latencyNanos = Story.SECOND / 10;

    RoughSea(long seed) {
        chance = new Chance(seed);
        broker.exitsDieWithPartFilledParent = chance.oneIn(2);
        broker.reducesGroups = !chance.oneIn(4);
        broker.exitsWorkUnderPartFilledParent = chance.oneIn(3);
        rules = SeaRules.by(chance);
        drifts = chance.oneIn(2);
        begin();
    }

    private void begin() {
        step(
                new SessionEvent.SessionStarted(
                        Story.SPY, new LeaseEpoch(epoch), FakeBroker.CLIENT, null));
        step(new SessionEvent.AssignmentReceived(rules.assignment()));
        step(new SessionEvent.LeaseReceived(new LeaseEpoch(epoch), FakeBroker.CLIENT));
        step(new SessionEvent.TopicsCaughtUp());
        open();
    }

    private Price ask() {
        return bid.plus(Price.of("0.02"));
    }

    private void drift() {
        if (drifts && !calm) {
            bid = new Price(bid.units() + (chance.below(9) - 4) * Price.of("0.01").units());
        }
    }

    private void open() {
        linked = true;
        step(new LinkEvent.LinkOpened(true));
        step(new LinkEvent.ContractConfirmed(Story.terms()));
    }

    private void close() {
        linked = false;
        onItsWay.clear();
        broker.events.clear();
        step(new LinkEvent.LinkLost("lost"));
    }

    Instants at() {
        return new Instants(Story.START + nanos, monotonic());
    }

    /** The monotonic clock of each process begins anew. */
    long monotonic() {
        return nanos - monotonicOffset;
    }

    private void step(MongerEvent event) {
        steps++;
        MongerState before = state;
        broker.now(Story.START + nanos);
        Step step = MongerMachine.step(state, at(), event);
        SeaLog.note(story, nanos, event, step);
        Invariants.require(before, at(), step);
        state = step.state();
        armed |= state.lock() instanceof LockState.Armed;
        for (MongerCommand command : step.commands()) {
            if (command instanceof MongerCommand.Reconnect) {
                story.add("reconnect");
                linked = false;
            } else if (linked) {
                broker.obey(command);
            }
            entries += command instanceof MongerCommand.SubmitOrders s && hasEntry(s) ? 1 : 0;
        }
        ship();
    }

    private static boolean hasEntry(MongerCommand.SubmitOrders submit) {
        return submit.tickets().getFirst().leg() == Leg.ENTRY;
    }

    /** What the broker said is put on its way; now and then twice. */
    private void ship() {
        while (!broker.events.isEmpty()) {
            MongerEvent event = broker.events.removeFirst();
            if (linked) {
                onItsWay.add(new OnItsWay(nanos + latencyNanos, event));
                if (!calm && event instanceof OrderEvent && chance.oneIn(8)) {
                    onItsWay.add(new OnItsWay(nanos + latencyNanos, event));
                }
            }
        }
    }

    private void deliver() {
        while (!onItsWay.isEmpty() && onItsWay.getFirst().dueNanos() <= nanos) {
            step(onItsWay.removeFirst().event());
        }
    }

    void tenth() {
        nanos += Story.SECOND / 10;
        expire();
        deliver();
        if (nanos % Story.SECOND == 0) {
            step(new MongerEvent.PermitHeard(new MongerEvent.Permit.Clear()));
            Quantity size = Quantity.ofShares(500);
            drift();
            step(new MarketEvent.QuoteReceived(bid, ask(), size, size));
        }
        step(new MongerEvent.TimePassed());
    }

    private void expire() {
        for (Kept kept : broker.working()) {
            if (kept.ticket.lifetime() instanceof Lifetime.GoodTillDate(long end)
                    && Story.START + nanos >= end) {
                broker.cancel(kept.ticket.ref());
            }
        }
        ship();
    }

    void storm(int tenths) {
        for (int i = 0; i < tenths; i++) {
            if (chance.oneIn(6)) {
                disturb();
            }
            tenth();
        }
    }

    private void disturb() {
        switch (chance.below(20)) {
            case 0, 1, 2 -> predict();
            case 3, 4, 5, 6 -> fillSomething();
            case 7 -> broker.swallowsOrders = chance.oneIn(3);
            case 8 -> broker.swallowsCancels = chance.oneIn(3);
            case 9 -> latencyNanos = Story.SECOND / 10 * chance.below(12);
            case 10 -> {
                if (!linked || chance.oneIn(3)) {
                    link();
                }
            }
            case 11 -> apart();
            case 12 -> command();
            case 13 -> restart();
            case 14 -> broker.listsEnd = !chance.oneIn(3);
            case 15 -> refuse();
            case 16 -> broker.tellsPosition = !chance.oneIn(3);
            case 17 -> broker.tellsStatus = !chance.oneIn(3);
            case 18 -> meddle();
            default -> hand();
        }
    }

    private void refuse() {
        List<Kept> open = broker.working();
        if (!open.isEmpty() && chance.oneIn(3)) {
            Kept kept = open.get(chance.below(open.size()));
            story.add(nanos / 100_000_000 + " refuse " + kept.ticket.ref());
            broker.refuse(kept.ticket.ref(), chance.oneIn(2));
            ship();
        }
    }

    /** A person cancels or moves one of our orders. */
    private void meddle() {
        List<Kept> open = broker.working();
        if (!meddling || open.isEmpty()) {
            return;
        }
        Kept kept = open.get(chance.below(open.size()));
        story.add(nanos / 100_000_000 + " meddle " + kept.ticket.ref());
        if (chance.oneIn(2)) {
            broker.cancel(kept.ticket.ref());
        } else if (kept.ticket.terms() instanceof OrderTerms.Limit(Price price)) {
            kept.ticket = kept.ticket.withTerms(new OrderTerms.Limit(price.plus(Price.of("0.05"))));
            broker.tell(kept);
        }
        ship();
    }

    private void predict() {
        step(
                new MongerEvent.PredictionArrived(
                        "sea/1", !chance.oneIn(3), 900_000, Story.SECOND, Story.START + nanos));
    }

    /** An order that could fill at the broker fills in part or whole; its news change places. */
    private void fillSomething() {
        List<Kept> able = broker.working().stream().filter(this::able).toList();
        if (able.isEmpty()) {
            return;
        }
        Kept kept = able.get(chance.below(able.size()));
        Quantity part =
                chance.oneIn(2)
                        ? kept.remaining()
                        : kept.remaining().min(Quantity.ofShares(1 + chance.below(60)));
        Price price =
                switch (kept.ticket.terms()) {
                    case OrderTerms.Limit limit -> limit.price();
                    case OrderTerms.Stop stop -> stop.trigger();
                    case OrderTerms.Trail trail -> trail.trigger();
                    case OrderTerms.Market _, OrderTerms.Other _ -> throw new AssertionError();
                };
        fills++;
        story.add(nanos / 100_000_000 + " fill " + kept.ticket.ref() + " " + part);
        broker.fill(kept.ticket.ref(), part, price);
        List<MongerEvent> burst = new ArrayList<>(broker.events);
        broker.events.clear();
        while (!burst.isEmpty()) {
            broker.events.add(burst.remove(chance.below(burst.size())));
        }
        ship();
    }

    private boolean able(Kept kept) {
        if (kept.ticket.parent() == null) {
            return true;
        }
        Kept parent = broker.kept(kept.ticket.parent());
        return !parent.filled.isZero() && (broker.exitsWorkUnderPartFilledParent || !parent.open());
    }

    private void link() {
        if (linked) {
            close();
        } else {
            open();
        }
    }

    private void apart() {
        if (linked) {
            step(new LinkEvent.BrokerConnectivityLost("1100"));
            step(new LinkEvent.BrokerConnectivityRestored(chance.oneIn(2)));
        }
    }

    private void command() {
        CommandKind kind =
                switch (chance.below(12)) {
                    case 0 -> CommandKind.FLATTEN;
                    case 1 -> CommandKind.PAUSE;
                    case 2 -> CommandKind.REDUCE_ONLY;
                    case 3 -> CommandKind.STOP;
                    default -> CommandKind.RESUME;
                };
        order(kind);
    }

    private void order(CommandKind kind) {
        step(
                new MongerEvent.FleetCommandReceived(
                        new CommandId("c" + commands++),
                        kind,
                        monotonic() + 30 * Story.SECOND,
                        "sea",
                        "chance",
                        null));
    }

    private void restart() {
        if (chance.oneIn(3)) {
            epoch++;
            onItsWay.clear();
            broker.events.clear();
            linked = false;
            nanos += Story.SECOND;
            monotonicOffset = nanos - chance.below(1000);
            begin();
        }
    }

    private void hand() {
        if (!hands || broker.position.signum() <= 0 || chance.oneIn(2)) {
            return;
        }
        Quantity part = broker.position.min(Quantity.ofShares(1 + chance.below(100)));
        broker.position = broker.position.minus(part);
        story.add(nanos / 100_000_000 + " hand sells " + part);
        broker.tellPosition();
        ship();
        step(
                new AccountEvent.ManualFillReported(
                        new Execution(
                                new ExecId("hand." + handTrades++ + ".01.01"),
                                null,
                                null,
                                FakeBroker.CONTRACT,
                                FakeBroker.ACCOUNT,
                                Side.SELL,
                                part,
                                Price.of("100"),
                                Story.START + nanos)));
    }

    private void fillMarketable() {
        for (Kept kept : broker.working()) {
            boolean marketable =
                    kept.ticket.terms() instanceof OrderTerms.Limit(Price price)
                            && (kept.ticket.side() == Side.SELL
                                    ? price.compareTo(bid) <= 0
                                    : price.compareTo(ask()) >= 0);
            if (marketable && kept.open() && able(kept)) {
                story.add(nanos / 100_000_000 + " marketable " + kept.ticket.ref());
                broker.fill(kept.ticket.ref(), kept.remaining(), Price.of("100.01"));
                ship();
            }
        }
    }

    /** The stop trips: what is left must be nothing. */
    void tripStops() {
        for (Kept kept : broker.working()) {
            if (kept.open() && kept.ticket.leg() == Leg.STOP_LOSS) {
                story.add("trip " + kept.ticket.ref());
                broker.fill(kept.ticket.ref(), kept.remaining(), Price.of("99"));
                ship();
            }
        }
    }

    /** Nothing goes wrong any more, and nothing fills. */
    void calm(int tenths) {
        calm = true;
        broker.swallowsOrders = false;
        broker.swallowsCancels = false;
        broker.listsEnd = true;
        broker.tellsPosition = true;
        broker.tellsStatus = true;
        broker.tellPosition();
        latencyNanos = Story.SECOND / 10;
        if (!linked) {
            open();
        }
        for (int i = 0; i < tenths; i++) {
            fillMarketable();
            tenth();
            if (!linked) {
                open();
            }
        }
    }
}
