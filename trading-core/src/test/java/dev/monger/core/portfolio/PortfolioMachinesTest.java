package dev.monger.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.ExecId;
import dev.monger.core.model.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PortfolioMachinesTest {

    private static final Money LOSS = Money.of("-5");
    private static final long AGE = 100;

    static List<Arguments> silences() {
        PnlWatch off = new PnlWatch.Off();
        PnlWatch awaiting = new PnlWatch.Awaiting(10);
        PnlWatch fresh = new PnlWatch.Fresh(LOSS, 10);
        PnlWatch asking = new PnlWatch.Asking(LOSS, 10);
        PnlWatch silent = new PnlWatch.Silent(10, 111);
        return List.of(
                Arguments.of(off, 1000L, off),
                Arguments.of(awaiting, 110L, awaiting),
                Arguments.of(awaiting, 111L, silent),
                Arguments.of(fresh, 60L, fresh),
                Arguments.of(fresh, 61L, asking),
                Arguments.of(fresh, 111L, silent),
                Arguments.of(asking, 110L, asking),
                Arguments.of(asking, 111L, silent),
                Arguments.of(silent, 211L, silent),
                Arguments.of(silent, 212L, new PnlWatch.Silent(10, 212)));
    }

    @ParameterizedTest
    @MethodSource("silences")
    void shouldGrowSilentByTime(PnlWatch before, long now, PnlWatch after) {
        assertThat(before.elapsed(now, AGE)).isEqualTo(after);
    }

    static List<Arguments> words() {
        PnlWatch fresh = new PnlWatch.Fresh(LOSS, 20);
        return List.of(
                Arguments.of(new PnlWatch.Off(), new PnlWatch.Off(), false),
                Arguments.of(new PnlWatch.Awaiting(1), fresh, true),
                Arguments.of(new PnlWatch.Fresh(Money.ZERO, 1), fresh, true),
                Arguments.of(new PnlWatch.Asking(Money.ZERO, 1), fresh, true),
                Arguments.of(new PnlWatch.Silent(1, 2), fresh, true));
    }

    @ParameterizedTest
    @MethodSource("words")
    void shouldBeKnownByAWord(PnlWatch before, PnlWatch after, boolean known) {
        assertThat(before.heard(LOSS, 20)).isEqualTo(after);
        assertThat(after.known()).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({"-99.99, false", "-100, true", "-100.01, true", "0, false", "500, false"})
    void shouldTripAtTheLimit(String daily, boolean trips) {
        LossLatch judged = new LossLatch.Clear().judged(Money.of(daily), Money.of("100"), "b-1", 7);

        assertThat(judged)
                .isEqualTo(
                        trips
                                ? new LossLatch.Breached("b-1", Money.of(daily), 7)
                                : new LossLatch.Clear());
    }

    @ParameterizedTest
    @CsvSource({"0", "500", "-100", "-900"})
    void shouldStayTrippedWhateverThePnl(String daily) {
        LossLatch tripped = new LossLatch.Breached("b-1", Money.of("-100"), 7);

        assertThat(tripped.judged(Money.of(daily), Money.of("100"), "b-2", 9)).isEqualTo(tripped);
    }

    @Test
    void shouldOpenOnlyToAResetThatNamesIt() {
        LossLatch tripped = new LossLatch.Breached("b-1", Money.of("-100"), 7);

        assertThat(tripped.reset("b-2")).isEqualTo(tripped);
        assertThat(tripped.reset("b-1")).isEqualTo(new LossLatch.Clear());
        assertThat(new LossLatch.Clear().reset("b-1")).isEqualTo(new LossLatch.Clear());
    }

    static List<Arguments> polls() {
        Poll never = new Poll.Never();
        Poll asked = new Poll.Asked(5, false);
        Poll askedAgain = new Poll.Asked(5, true);
        Poll ended = new Poll.Ended(5, 6);
        return List.of(
                Arguments.of(never, new Poll.Asked(9, false), never, false),
                Arguments.of(asked, new Poll.Asked(9, false), new Poll.Ended(5, 9), false),
                Arguments.of(askedAgain, new Poll.Asked(9, true), new Poll.Ended(5, 9), true),
                Arguments.of(ended, new Poll.Asked(9, true), ended, true));
    }

    @ParameterizedTest
    @MethodSource("polls")
    void shouldCallAListCompleteOnlyByItsEnd(
            Poll before, Poll afterAsking, Poll afterEnd, boolean complete) {
        assertThat(before.asked(9)).isEqualTo(afterAsking);
        assertThat(before.ended(9)).isEqualTo(afterEnd);
        assertThat(before.complete()).isEqualTo(complete);
    }

    @ParameterizedTest
    @CsvSource({
        "0000e0d5.1.01.02, 0000e0d5.1.01, 2",
        "a.b.c.d.01, a.b.c.d, 1",
        "single, single, 0",
        "a.xy, a, 0"
    })
    void shouldPartAnExecutionFromItsRevision(String id, String family, int revision) {
        assertThat(ObservedExecution.family(new ExecId(id))).isEqualTo(family);
        assertThat(ObservedExecution.revision(new ExecId(id))).isEqualTo(revision);
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, PERSON",
        "0, true, BROKER",
        "7, true, BROKER",
        "1, false, FLEET",
        "31, false, FLEET",
        "32, false, OTHER_PROGRAM",
        "-1, false, OTHER_PROGRAM"
    })
    void shouldTellWhoseDoingItIs(int clientId, boolean liquidation, Author author) {
        assertThat(Author.of(Account.policy(), clientId, liquidation)).isEqualTo(author);
    }
}
