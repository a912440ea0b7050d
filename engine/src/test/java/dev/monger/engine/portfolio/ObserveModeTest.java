package dev.monger.engine.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.Money;
import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import dev.monger.schemas.Topics;
import dev.monger.tws.codec.ClientMessageEncoder;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Execution;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.OrderState;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage.ErrorMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * On client 0 two requests bind people's orders, which cancels and resubmits them at the exchange.
 * Judged by the bytes of a whole life, not by what our own decoder makes of them.
 */
class ObserveModeTest {

    /** reqOpenOrders and reqAutoOpenOrders bind; the others act on orders. */
    private static final List<String> NEVER = List.of("5", "15", "3", "4", "58");

    private static final Contract SPY = Contract.stock(756733, "SPY", "ARCA");
    private static final PortfolioSettings SETTINGS =
            new PortfolioSettings("DU1", "USD", Money.of("1000"));

    private final Gateway gateway = new Gateway(new PortfolioEngine());

    @Test
    void shouldNeverSendAFrameThatBindsOrTouchesAnOrderInAllItsLife() {
        // Given a person's orders, and a life with everything in it
        gateway.lists(typed());
        gateway.executes(execution());
        began(7);
        gateway.passes(60);
        gateway.say(typed());
        gateway.say(execution());

        // When the broker goes away and comes back, with data lost and with data kept
        gateway.say(ErrorMessage.of(-1, 1100, "Connectivity between IB and TWS has been lost"));
        gateway.passes(10);
        gateway.say(ErrorMessage.of(-1, 1101, "restored - data lost"));
        gateway.passes(30);
        gateway.say(ErrorMessage.of(-1, 1100, "Connectivity between IB and TWS has been lost"));
        gateway.say(ErrorMessage.of(-1, 1102, "restored - data maintained"));
        gateway.passes(30);

        // And the connection is lost, the client id held, and the process begun anew
        for (int loss = 0; loss < 3; loss++) {
            gateway.take(new EngineInput.LinkClosed(gateway.now(), "reset by peer"));
            gateway.passes(40);
        }
        gateway.say(ErrorMessage.of(-1, 326, "client id is in use"));
        gateway.passes(60);
        gateway.dailyPnl(-2000 * Decimals.ONE);
        gateway.passes(30);
        gateway.restart(new PortfolioEngine());
        began(8);
        gateway.passes(120);

        // Then
        List<String> ids = sentIds();
        assertThat(connections()).isGreaterThanOrEqualTo(6);
        assertThat(ids).doesNotContainAnyElementsOf(NEVER);
        assertThat(ids).as("it polls instead, and for the whole of its life").contains("16", "7");
        assertThat(ids.stream().filter("16"::equals)).hasSizeGreaterThan(50);
        assertThat(ids.stream().filter("71"::equals)).hasSize((int) connections());
    }

    @Test
    void shouldSeeThoseFramesIfThereWereAny() {
        ClientMessageEncoder encoder = new ClientMessageEncoder(Gateway.VERSION);
        List<String> ids = new ArrayList<>();
        for (var message :
                List.of(
                        new OrderRequest.RequestOpenOrders(),
                        new OrderRequest.RequestAutoOpenOrders(true),
                        new OrderRequest.PlaceOrder(1, SPY, Order.NONE),
                        OrderRequest.CancelOrder.of(1),
                        OrderRequest.RequestGlobalCancel.PLAIN)) {
            ids.addAll(idsOf(encoder.encode(message)));
        }
        assertThat(ids).containsExactlyElementsOf(NEVER);
    }

    private void began(long epoch) {
        gateway.take(new EngineInput.Started(gateway.now(), epoch, SETTINGS.text()));
        gateway.take(new EngineInput.CaughtUp(gateway.now(), Topics.MANUAL_ORDERS.name()));
        gateway.take(new EngineInput.CaughtUp(gateway.now(), Topics.RISK.name()));
    }

    private long connections() {
        return gateway.of(EngineOutput.OpenLink.class).size();
    }

    private List<String> sentIds() {
        return gateway.of(EngineOutput.Send.class).stream()
                .flatMap(send -> idsOf(send.bytes()).stream())
                .toList();
    }

    /** The first field of each frame; the first bytes of a connection are no frame. */
    private static List<String> idsOf(byte[] bytes) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        List<String> ids = new ArrayList<>();
        if (bytes[0] == 'A') {
            return ids;
        }
        while (left.hasRemaining()) {
            byte[] payload = new byte[left.getInt()];
            left.get(payload);
            String text = new String(payload, StandardCharsets.UTF_8);
            ids.add(text.substring(0, text.indexOf('\0')));
        }
        return ids;
    }

    private static ServerMessage typed() {
        Order order =
                Order.builder("SELL", 100 * Decimals.ONE, "LMT")
                        .limitPriceE8(150 * Decimals.ONE)
                        .account("DU1")
                        .build();
        return new OrderMessage.OpenOrder(
                0, 0, 900, SPY, order, OrderState.NONE.withStatus("Submitted"));
    }

    private static ServerMessage execution() {
        return new OrderMessage.ExecDetails(-1, SPY, Execution.NONE);
    }
}
