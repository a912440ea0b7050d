package dev.monger.tws.session;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a session does when TWS says a code: one case for each row of the committed list. */
class ErrorCodesTest {

    private static final SessionSettings SETTINGS =
            SessionSettings.defaults(7).withHeartbeat(1L << 60, 1L << 60);

    static Stream<ErrorCase> rows() {
        return Stream.of(SessionErrorCases.all(), OrderErrorCases.all()).flatMap(cases -> cases);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void shouldReactAsARobustClientDoes(ErrorCase row) {
        row.story().accept(ScriptedTws.ready(SETTINGS));
    }
}
