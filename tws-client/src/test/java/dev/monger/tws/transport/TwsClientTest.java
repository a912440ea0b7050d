package dev.monger.tws.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monger.tws.codec.ClientMessageDecoder;
import dev.monger.tws.codec.Decoded;
import dev.monger.tws.codec.FrameReader;
import dev.monger.tws.codec.Handshake;
import dev.monger.tws.codec.ServerMessageEncoder;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.MarketDataRequest;
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
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TwsClientTest {

    private static final Subscription POSITIONS = new Subscription.Positions();
    private static final Subscription QUOTES =
            new Subscription.MarketData(Contract.stock(756733, "SPY", "ARCA"), "");
    private static final List<ServerMessage> READY =
            List.of(
                    new SessionMessage.ManagedAccounts(List.of("DU1")),
                    new SessionMessage.NextValidId(5));

    private final List<SessionEvent> events = new ArrayList<>();

    private void pollUntil(TwsClient client, Class<? extends SessionEvent> kind) {
        while (events.stream().noneMatch(kind::isInstance)) {
            events.addAll(client.poll(Duration.ofSeconds(30)));
        }
    }

    /**
     * Says the hello to the next caller, then these messages; returns what came until it hung up.
     */
    private static byte[] serve(ServerSocket server, List<ServerMessage> messages) {
        try (Socket peer = server.accept()) {
            peer.getInputStream().readNBytes(17);
            OutputStream out = peer.getOutputStream();
            out.write(Handshake.serverHello(200, "20261124 09:30:00 EST"));
            for (ServerMessage message : messages) {
                out.write(new ServerMessageEncoder(200).encode(message));
            }
            return peer.getInputStream().readAllBytes();
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
                        serve(server, READY);
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
    void shouldTellThatNobodyListens() throws IOException {
        // Given
        int closed;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = server.getLocalPort();
        }
        try (TwsClient client = new TwsClient(SessionSettings.defaults(7))) {
            client.connect("127.0.0.1", closed);

            // When
            pollUntil(client, SessionEvent.Disconnected.class);

            // Then
            assertThat(events)
                    .singleElement()
                    .asString()
                    .startsWith("Disconnected[reason=java.net.ConnectException");
        }
    }

    @Test
    void shouldGoWhereTwsListensFromNowOn() throws IOException {
        try (ServerSocket old = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            String text = "Please reconnect on the new port - " + other.getLocalPort();
            CompletableFuture<Void> tws =
                    CompletableFuture.runAsync(() -> {
                        serve(old, List.of(SessionMessage.ErrorMessage.of(-1, 1300, text)));
                        serve(other, READY);
                    });
            try (TwsClient client = new TwsClient(SessionSettings.defaults(7))) {
                client.connect("127.0.0.1", old.getLocalPort());

                // When
                pollUntil(client, SessionEvent.Ready.class);
            }

            // Then
            assertThat(tws).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void shouldAllowDelayedDataAndAskAnew() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            CompletableFuture<byte[]> tws =
                    CompletableFuture.supplyAsync(() -> serve(server, READY));
            try (TwsClient client = new TwsClient(SessionSettings.defaults(7))) {
                client.want(QUOTES);
                client.connect("127.0.0.1", server.getLocalPort());
                pollUntil(client, SessionEvent.Ready.class);

                // When
                client.allow(3);
                client.again(QUOTES);
            }

            // Then it is asked for under another id
            List<ClientMessage> said =
                    messages(tws.join()).stream()
                            .filter(MarketDataRequest.class::isInstance)
                            .toList();
            int first = ((MarketDataRequest.RequestMarketData) said.getFirst()).requestId();
            assertThat(said)
                    .containsExactly(
                            QUOTES.request(first),
                            new MarketDataRequest.RequestMarketDataType(3),
                            QUOTES.cancel(first),
                            QUOTES.request(first + 1));
        }
    }

    private static List<ClientMessage> messages(byte[] bytes) {
        FrameReader frames = new FrameReader();
        frames.append(ByteBuffer.wrap(bytes));
        List<ClientMessage> messages = new ArrayList<>();
        while (frames.next() instanceof FrameReader.Frame.Whole(ByteBuffer payload)) {
            if (new ClientMessageDecoder(200).decode(payload)
                    instanceof Decoded.Message<ClientMessage>(ClientMessage message)) {
                messages.add(message);
            }
        }
        return messages;
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
