package dev.monger.tws.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monger.tws.message.SessionMessage.ErrorMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTableTest {

    private final ErrorTable standard = ErrorTable.standard();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2111, 2149, 2156, 2169, 2170, 31_415, Integer.MAX_VALUE, -5})
    void shouldTakeWhatItDoesNotKnowForAWarning(int code) {
        assertThat(standard.kindOf(code)).isEqualTo(ErrorKind.WARNING);
        assertThat(standard.of(code).first()).isLessThanOrEqualTo(code);
        assertThat(standard.of(code).last()).isGreaterThanOrEqualTo(code);
    }

    @Test
    void shouldSayOfEachRowWhatItMeansAndWhatToDo() {
        assertThat(standard.rows())
                .hasSizeGreaterThan(100)
                .allSatisfy(row -> {
                    assertThat(row.meaning()).isNotBlank();
                    assertThat(row.reaction()).isNotBlank();
                });
    }

    @Test
    void shouldUseEveryKind() {
        assertThat(standard.rows()).extracting(ErrorTable.Row::kind).contains(ErrorKind.values());
    }

    @Test
    void shouldBeChangedByOtherRowsInsideABandToo() {
        // When
        ErrorTable changed =
                standard.with(
                        ErrorTable.read(
                                """
                                # what our TWS says otherwise
                                2163 OUTCOME_UNKNOWN | lost | enumerate

                                110 WARNING | the price was moved to a tick | shown
                                70000-70010 REFUSED | new | mend
                                """));

        // Then
        assertThat(changed.kindOf(2162)).isEqualTo(ErrorKind.WARNING);
        assertThat(changed.kindOf(2163)).isEqualTo(ErrorKind.OUTCOME_UNKNOWN);
        assertThat(changed.of(2164).meaning()).isEqualTo(standard.of(2164).meaning());
        assertThat(changed.kindOf(110)).isEqualTo(ErrorKind.WARNING);
        assertThat(changed.kindOf(70_005)).isEqualTo(ErrorKind.REFUSED);
        assertThat(changed.kindOf(70_011)).isEqualTo(ErrorKind.WARNING);
        assertThat(changed.kindOf(201)).isEqualTo(ErrorKind.REFUSED);
        assertThat(changed).isNotEqualTo(standard).isEqualTo(changed.with(ErrorTable.read("")));
        assertThat(standard.kindOf(110)).isEqualTo(ErrorKind.REFUSED);
    }

    @Test
    void shouldTellAllRowsThatCannotBeRead() {
        assertThatThrownBy(() ->
                        ErrorTable.read(
                                """
                                110 WARNING | a | b
                                x WARNING | a | b
                                111 SOMETHING | a | b
                                112 WARNING | a
                                120-115 WARNING | a | b
                                100-130 WARNING | a | b
                                """))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2: no code and no band of codes: \"x WARNING | a | b\"")
                .hasMessageContaining("line 3: no kind, which is one of [PACING,")
                .hasMessageContaining("line 4: a code, a kind, and then a meaning")
                .hasMessageContaining("line 5: the band ends before it begins")
                .hasMessageContaining("line 6: code 100 stands twice");
    }

    @Test
    void shouldChangeWhatARunningSessionReads() {
        // Given
        ScriptedTws tws = ScriptedTws.ready(SessionSettings.defaults(7));
        ErrorMessage error = ErrorMessage.of(101, 10_999, "something new");
        tws.says(error);
        assertThat(tws.takeEvents())
                .contains(
                        new SessionEvent.OrderRemarked(
                                101, OrderRemark.INFORMATION, 10_999, "something new"));

        // When
        tws.session.useErrors(
                ErrorTable.standard().with(ErrorTable.read("10999 REFUSED | new | mend")));
        tws.says(error);

        // Then
        assertThat(tws.takeEvents())
                .contains(
                        new SessionEvent.OrderRemarked(
                                101, OrderRemark.REFUSED, 10_999, "something new"));
    }
}
