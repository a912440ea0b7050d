package dev.monger.tws.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monger.tws.codec.Handshake;
import dev.monger.tws.codec.ServerMessageEncoder;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.session.CloseReason;
import dev.monger.tws.session.Lane;
import dev.monger.tws.session.Observed;
import dev.monger.tws.session.Sending;
import dev.monger.tws.session.SessionEvent;
import dev.monger.tws.session.SessionSettings;
import dev.monger.tws.session.Subscription;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TwsClientTest {

    private static final Subscription POSITIONS = new Subscription.Positions();

    private final List<SessionEvent> events = new ArrayList<>();

    private void pollUntil(TwsClient client, Class<? extends SessionEvent> kind) {
        while (events.stream().noneMatch(kind::isInstance)) {
            events.addAll(client.poll(Duration.ofSeconds(30)));
        }
    }

    /** Says the hello to the next caller, then these messages, and waits until it hangs up. */
    private static void serve(ServerSocket server, List<ServerMessage> messages) {
        try (Socket peer = server.accept()) {
            peer.getInputStream().readNBytes(17);
            OutputStream out = peer.getOutputStream();
            out.write(Handshake.serverHello(200, "20261124 09:30:00 EST"));
            for (ServerMessage message : messages) {
                out.write(new ServerMessageEncoder(200).encode(message));
            }
            peer.getInputStream().readAllBytes();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    @Test
    void shouldCloseWhatIsWorthNothingAndConnectAgain() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given a TWS that gives up its first caller and is well with the second
            CompletableFuture<Void> tws =
                    CompletableFuture.runAsync(() -> {
                        serve(
                                server,
                                List.of(SessionMessage.ErrorMessage.of(-1, 507, "Bad length")));
                        serve(
                                server,
                                List.of(
                                        new SessionMessage.ManagedAccounts(List.of("DU1")),
                                        new SessionMessage.NextValidId(5)));
                    });
            try (TwsClient client = new TwsClient(SessionSettings.defaults(7))) {
                client.want(POSITIONS);
                client.connect("127.0.0.1", server.getLocalPort());
                assertThat(client.send(new OrderRequest.RequestOpenOrders(), Lane.DATA))
                        .isEqualTo(Sending.NOT_READY);

                // When
                pollUntil(client, SessionEvent.Ready.class);

                // Then
                assertThat(events)
                        .filteredOn(SessionEvent.MustClose.class::isInstance)
                        .extracting(event -> ((SessionEvent.MustClose) event).reason())
                        .containsExactly(CloseReason.BROKEN);
                assertThat(client.session().takeOrderId()).isEqualTo(5);
                assertThat(client.session().subscriptions().observed(POSITIONS))
                        .contains(Observed.PENDING);
                client.drop(POSITIONS);
                assertThat(client.session().subscriptions().wanted()).isEmpty();
            }
            assertThat(tws).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void shouldWakeFromAnotherThread() {
        try (TwsClient client = new TwsClient(SessionSettings.defaults(7))) {
            CompletableFuture<Void> other = CompletableFuture.runAsync(client::wakeup);
            assertThat(client.poll(Duration.ofDays(1))).isEmpty();
            assertThat(other).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void shouldHaveOneAddress() {
        try (TwsClient client = new TwsClient(SessionSettings.defaults(7))) {
            client.connect("127.0.0.1", 1);
            assertThatThrownBy(() -> client.connect("127.0.0.1", 2))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("one address");
        }
    }
}
