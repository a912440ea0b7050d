package dev.monger.simulator.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.venue.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BooksConservationTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldNeitherMakeNorLoseMoneyOverRandomOrderFlow(long seed) {
        // Given
        Scene scene = new Scene(BackendSettings.usual());
        SeededRandom random = new SeededRandom(seed);
        scene.quote(10000, 300, 10001, 300);

        // When
        for (int i = 0; i < 2000; i++) {
            act(scene, random);
        }

        // Then
        AccountBooks books = scene.backend.books("DU1234567");
        assertThat(books.cashE8() + books.basisE8())
                .isEqualTo(books.startCashE8() + books.realizedE8());
        long shares = 0;
        long cash = books.startCashE8();
        long commissions = 0;
        long realized = 0;
        for (Execution execution : scene.backend.executions()) {
            Execution.Trade trade = execution.trade();
            long signed = trade.buy() ? trade.shares() : -trade.shares();
            shares += signed;
            cash -= signed * trade.priceE8() + execution.charge().commissionE8();
            commissions += execution.charge().commissionE8();
            realized += execution.charge().realizedE8();
        }
        assertThat(scene.backend.executions()).hasSizeGreaterThan(200);
        assertThat(books.shares(scene.ibm.conId())).isEqualTo(shares);
        assertThat(books.cashE8()).isEqualTo(cash);
        assertThat(books.commissionsE8()).isEqualTo(commissions);
        assertThat(books.realizedE8()).isEqualTo(realized);
        assertThat(books.dailyE8()).isEqualTo(books.netLiquidationE8() - books.startCashE8());
        for (BrokerOrder order : scene.backend.allOrders()) {
            assertThat(order.remainingShares()).isNotNegative();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void shouldGoOnFromItsMemoryAsIfNothingHadHappened(long seed) {
        // Given
        Scene scene = new Scene(BackendSettings.usual());
        SeededRandom random = new SeededRandom(seed);
        scene.quote(10000, 300, 10001, 300);
        for (int i = 0; i < 500; i++) {
            act(scene, random);
        }

        // When
        Scene restored = new Scene(BackendSettings.usual());
        BackendMemory memory = new BackendMemory();
        lines(scene.backend).forEach(memory::read);
        restored.backend.restore(memory);

        // Then
        assertThat(lines(restored.backend)).isEqualTo(lines(scene.backend));
        assertThat(restored.told).isEmpty();
    }

    private static List<String> lines(Backend backend) {
        List<String> lines = new ArrayList<>();
        backend.allOrders().forEach(order -> lines.add(BackendMemory.line(order)));
        backend.executions().forEach(execution -> lines.add(BackendMemory.line(execution)));
        for (AccountBooks books : backend.allBooks()) {
            lines.add(BackendMemory.line(books));
            books.holdings()
                    .forEach(holding -> lines.add(BackendMemory.line(books.account(), holding)));
        }
        return lines;
    }

    private static void act(Scene scene, SeededRandom random) {
        long mid = 10_000 + random.below(200) - 100;
        switch ((int) random.below(6)) {
            case 0 -> scene.quote(mid, 100 + random.below(400), mid + 1, 100 + random.below(400));
            case 1 -> scene.print(mid, 1 + random.below(300));
            case 2 -> scene.place(Scene.market(random.chance(500), 1 + random.below(200)), 0);
            case 3 -> scene.place(Scene.limit(random.chance(500), 1 + random.below(200), mid), 0);
            case 4 -> bracket(scene, random, mid);
            default -> {
                List<BrokerOrder> open = scene.backend.openOrders();
                if (!open.isEmpty()) {
                    scene.backend.cancel(open.get((int) random.below(open.size())), "");
                }
            }
        }
    }

    private static void bracket(Scene scene, SeededRandom random, long mid) {
        boolean buy = random.chance(500);
        long shares = 1 + random.below(200);
        long sign = buy ? 1 : -1;
        BrokerOrder parent = scene.place(Scene.limit(buy, shares, mid + sign), 0);
        if (parent.status() != OrderStatus.INACTIVE) {
            int type = (int) random.below(4);
            scene.place(
                    Scene.limit(!buy, shares, mid + 20 * sign).inGroup("b" + parent.permId(), type),
                    parent.permId());
            scene.place(
                    Scene.stop(!buy, shares, mid - 20 * sign).inGroup("b" + parent.permId(), type),
                    parent.permId());
        }
    }
}
