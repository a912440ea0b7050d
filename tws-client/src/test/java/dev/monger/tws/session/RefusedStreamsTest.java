package dev.monger.tws.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.MarketDataRequest.RequestMarketData;
import dev.monger.tws.message.SessionMessage.ErrorMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that TWS refuses for a reason that may pass. */
class RefusedStreamsTest {

    private static final Subscription QUOTES =
            new Subscription.MarketData(Contract.stock(265598, "AAPL", "NASDAQ"), "");

    private final ScriptedTws tws =
            ScriptedTws.ready(SessionSettings.defaults(7).withHeartbeat(1L << 60, 1L << 60));

    @ParameterizedTest
    @ValueSource(ints = {101, 200})
    void shouldBeAskedForEverMoreSeldom(int code) {
        // Given
        tws.session.subscriptions().want(QUOTES, tws.now, tws);
        List<Integer> asked = new ArrayList<>();

        // When it is refused each time
        for (int second = 0; second < 3600; second++) {
            for (ClientMessage message : tws.takeHeard()) {
                if (message instanceof RequestMarketData request) {
                    asked.add(second);
                    tws.says(ErrorMessage.of(request.requestId(), code, "not now"));
                }
            }
            tws.passes(ScriptedTws.SECOND);
        }

        // Then
        assertThat(asked).startsWith(0, 30, 90, 210, 450, 930).hasSizeBetween(9, 11);
    }
}
