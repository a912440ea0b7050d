package dev.monger.fleet.checker;

import dev.monger.fleet.world.World;
import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the broker's books say at this moment; looked up again only after they have changed. */
public final class Sight {

    private final World world;
    private final String account;
    private final SortedMap<String, Integer> conIds = new TreeMap<>();
    private final SortedMap<String, TickerSight> seen = new TreeMap<>();
    private boolean changed = true;
    private long version;

    /** Looks at the books of one account. */
    public Sight(World world, String account, List<String> tickers) {
        this.world = world;
        this.account = account;
        for (String ticker : tickers) {
            var market = Objects.requireNonNull(world.broker().venue().market(ticker), ticker);
            conIds.put(ticker, market.instrument().conId());
        }
        world.broker().rememberWith(_ -> changed = true);
    }

    /** Whether the books are others than when this version was looked at. */
    long version() {
        look();
        return version;
    }

    TickerSight of(String ticker) {
        look();
        return Objects.requireNonNull(seen.get(ticker), ticker);
    }

    List<String> tickers() {
        return List.copyOf(conIds.keySet());
    }

    /** Every order there ever was. */
    List<BrokerOrder> orders() {
        return world.broker().backend().allOrders();
    }

    /** The executions of one contract, oldest first. */
    List<Execution> executions(String ticker) {
        int conId = Objects.requireNonNull(conIds.get(ticker), ticker);
        List<Execution> found = new ArrayList<>();
        for (Execution execution : world.broker().backend().executions()) {
            if (execution.conId() == conId && execution.origin().account().equals(account)) {
                found.add(execution);
            }
        }
        return found;
    }

    /** Whether anything of a ticker is open: a position of our own, or an order. */
    public boolean open(String ticker) {
        TickerSight sight = of(ticker);
        return sight.own() != 0 || !sight.live().isEmpty();
    }

    /**
     * Whether anything is left that we could close: people may hold the other side of our share.
     */
    public boolean closable(String ticker) {
        TickerSight sight = of(ticker);
        return sight.coverable() != 0 || !sight.live().isEmpty();
    }

    /** Whether working stops cover our own share of a ticker. */
    public boolean covered(String ticker) {
        TickerSight sight = of(ticker);
        return sight.own() == 0 || sight.covered();
    }

    /** Our own share of a ticker, signed. */
    public long own(String ticker) {
        return of(ticker).own();
    }

    private void look() {
        if (!changed) {
            return;
        }
        changed = false;
        version++;
        List<BrokerOrder> open = world.broker().backend().openOrders();
        for (var contract : conIds.entrySet()) {
            String ticker = contract.getKey();
            List<BrokerOrder> ours = new ArrayList<>();
            for (BrokerOrder order : open) {
                boolean named = Refs.ours(order.terms().orderRef(), ticker);
                if (named && order.instrument().conId() == contract.getValue()) {
                    ours.add(order);
                }
            }
            seen.put(
                    ticker,
                    new TickerSight(
                            ticker,
                            OwnShare.of(executions(ticker), ticker),
                            world.broker().backend().books(account).shares(contract.getValue()),
                            ours));
        }
    }
}
