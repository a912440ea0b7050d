package dev.monger.tws.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderBuilder;
import dev.monger.tws.message.OrderExtras;
import dev.monger.tws.message.OrderRequest.PlaceOrder;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layout of placeOrder says what is right; the short cut must write the same bytes. */
class UsualOrdersTest {

    private static final Contract STOCK = Contract.stock(756733, "SPY", "ARCA");
    private static final int ORDERS = 200;

    static IntStream versions() {
        return IntStream.rangeClosed(151, 200);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void shouldWriteWhatTheLayoutWrites(int version) {
        // Given
        Seeded seeded = new Seeded(version);
        ClientMessageEncoder encoder = new ClientMessageEncoder(version);
        UsualOrders usual = new UsualOrders(version);
        FieldWriter unused = new FieldWriter(version);
        int written = 0;

        for (int number = 0; number < ORDERS; number++) {
            PlaceOrder order = order(seeded);

            // When
            byte[] frame = encoder.encode(order);

            // Then
            assertThat(frame).as("%s", order).isEqualTo(byLayout(order, version));
            unused.begin();
            written += usual.write(unused, order) ? 1 : 0;
        }
        assertThat(written).isBetween(ORDERS / 2, ORDERS - 1);
    }

    private static PlaceOrder order(Seeded seeded) {
        OrderBuilder order =
                Order.builder(
                                seeded.below(2) == 0 ? "BUY" : "SELL",
                                Decimals.ofWhole(seeded.below(2_000_000)) + fraction(seeded),
                                type(seeded))
                        .limitPriceE8(price(seeded))
                        .auxPriceE8(price(seeded))
                        .timeInForce(List.of("DAY", "GTC", "GTD").get(seeded.below(3)))
                        .ocaGroup(text(seeded))
                        .account(List.of("DU1234567", "", "ä").get(rarely(seeded, 2)))
                        .orderRef(text(seeded))
                        .transmit(seeded.below(2) == 0)
                        .parentId(seeded.below(3) == 0 ? 0 : seeded.below(3_000_000))
                        .outsideRegularHours(seeded.below(2) == 0)
                        .goodTillDate(seeded.below(2) == 0 ? "" : "20261125-15:30:00")
                        .ocaType(seeded.below(4))
                        .trailStopPriceE8(price(seeded))
                        .hidden(rarely(seeded, 1) == 1)
                        .whatIf(rarely(seeded, 1) == 1);
        if (rarely(seeded, 1) == 1) {
            order.extras(OrderExtras.builder().openClose("O").build());
        }
        Contract contract = List.of(STOCK, STOCK.withExchange("IBKRATS")).get(rarely(seeded, 1));
        return new PlaceOrder(Integer.MAX_VALUE >> (4 + seeded.below(20)), contract, order.build());
    }

    private static String type(Seeded seeded) {
        return rarely(seeded, 1) == 1
                ? List.of("PEG BEST", "PEGMID", "PEG BENCH", "REL").get(seeded.below(4))
                : List.of("LMT", "MKT", "STP", "STP LMT", "TRAIL").get(seeded.below(5));
    }

    private static int rarely(Seeded seeded, int most) {
        return seeded.below(20) == 0 ? seeded.below(most + 1) : 0;
    }

    private static long price(Seeded seeded) {
        return switch (seeded.below(20)) {
            case 0 -> seeded.next() >> (2 + seeded.below(60));
            case 1, 2, 3, 4, 5 -> Decimals.UNSET;
            default -> Decimals.ofWhole(seeded.below(1_000)) + fraction(seeded);
        };
    }

    private static long fraction(Seeded seeded) {
        return switch (seeded.below(3)) {
            case 0 -> 0;
            case 1 -> seeded.below(100) * 1_000_000L;
            default -> seeded.below(100_000_000);
        };
    }

    private static String text(Seeded seeded) {
        return "oca.SPY.17.".substring(0, seeded.below(12)) + "x".repeat(seeded.below(9));
    }

    private static byte[] byLayout(PlaceOrder order, int version) {
        FieldWriter writer = new FieldWriter(version);
        writer.begin();
        OrderRequestLayouts.write(writer, order);
        return writer.frame();
    }

    @Test
    void shouldRefuseATextThatWouldEndItsFieldAsTheLayoutDoes() {
        Order order = Order.builder("BUY", Decimals.ONE, "MKT").orderRef("a\0b").build();
        assertThatThrownBy(
                        () -> new ClientMessageEncoder(200).encode(new PlaceOrder(1, STOCK, order)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("orderRef");
    }
}
