package dev.monger.tws.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a session does when TWS says a code: one case for each row of the committed list. */
class ErrorCodesTest {

    private static final SessionSettings SETTINGS =
            SessionSettings.defaults(7).withHeartbeat(1L << 60, 1L << 60);

    static Stream<ErrorCase> rows() {
        return Stream.of(SessionErrorCases.all(), OrderErrorCases.all(), DataErrorCases.all())
                .flatMap(cases -> cases);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void shouldReactAsARobustClientDoes(ErrorCase row) {
        row.story().accept(ScriptedTws.ready(SETTINGS));
    }

    @Test
    void shouldHaveACaseAndARowForEachCodeOfTheList() throws IOException {
        List<Integer> listed = listed();
        assertThat(listed).hasSizeGreaterThan(90);
        assertThat(rows().map(ErrorCase::code)).doesNotHaveDuplicates().containsAll(listed);
        assertThat(listed)
                .allSatisfy(code ->
                        assertThat(ErrorTable.standard().rows())
                                .anyMatch(row -> row.first() <= code && code <= row.last()));
    }

    private static List<Integer> listed() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(
                        ErrorCodesTest.class.getResourceAsStream("/error-codes.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Integer.parseInt(line.substring(0, line.indexOf(' '))))
                    .toList();
        }
    }
}
