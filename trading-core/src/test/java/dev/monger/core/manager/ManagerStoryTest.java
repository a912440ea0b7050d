package dev.monger.core.manager;

import static dev.monger.core.manager.Fleet.IBM;
import static dev.monger.core.manager.Fleet.SECOND;
import static dev.monger.core.manager.Fleet.SPY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.ClientId;
import dev.monger.core.model.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManagerStoryTest {

    private static final ManagerPolicy.BackOff BACK_OFF = ManagerPolicy.BackOff.DEFAULT;

    static List<Arguments> lives() {
        ProcessLife stopped = new ProcessLife.Stopped();
        ProcessLife waiting = new ProcessLife.Waiting(2);
        ProcessLife starting = new ProcessLife.Starting(0, 2, false);
        ProcessLife running = new ProcessLife.Running(0, 2);
        ProcessLife backingOff = new ProcessLife.BackingOff(9, 2);
        ProcessLife stopping = new ProcessLife.Stopping(9, false);
        ProcessLife third = new ProcessLife.BackingOff(SECOND + 4 * SECOND, 3);
        ProcessLife anew = new ProcessLife.Waiting(0);
        return List.of(
                Arguments.of(stopped, stopped, stopped, stopped, anew),
                Arguments.of(waiting, waiting, waiting, waiting, waiting),
                Arguments.of(
                        starting, new ProcessLife.Running(SECOND, 2), third, stopped, starting),
                Arguments.of(running, running, third, stopped, running),
                Arguments.of(backingOff, backingOff, backingOff, backingOff, anew),
                Arguments.of(stopping, stopping, stopped, stopped, stopping));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void shouldFollowTheTableOfLives(
            ProcessLife before,
            ProcessLife afterReady,
            ProcessLife afterEnd,
            ProcessLife afterEndForGood,
            ProcessLife afterStart) {
        assertThat(before.ready(SECOND)).isEqualTo(afterReady);
        assertThat(before.ended(SECOND, BACK_OFF)).isEqualTo(afterEnd);
        assertThat(before.endedForGood()).isEqualTo(afterEndForGood);
        assertThat(before.wanted()).isEqualTo(afterStart);
    }

    @Test
    void shouldForgetCrashesAfterAStableTime() {
        ProcessLife running = new ProcessLife.Running(0, 7);

        assertThat(running.ended(BACK_OFF.stableNanos(), BACK_OFF))
                .isEqualTo(new ProcessLife.BackingOff(BACK_OFF.stableNanos() + SECOND, 1));
    }

    @Test
    void shouldDoubleThePauseUpToItsLongest() {
        assertThat(List.of(1, 2, 3, 6, 7, 60).stream().map(BACK_OFF::pauseNanos))
                .containsExactly(
                        SECOND, 2 * SECOND, 4 * SECOND, 32 * SECOND, 60 * SECOND, 60 * SECOND);
    }

    @Test
    void shouldGiveLeasesBeforeItLaunches() {
        Fleet fleet = Fleet.running(SPY, IBM);

        assertThat(fleet.said(ManagerCommand.TellAssignment.class))
                .extracting(ManagerCommand.TellAssignment::ticker)
                .containsExactly(SPY, IBM);
        assertThat(fleet.said(ManagerCommand.TellLease.class))
                .containsExactly(
                        new ManagerCommand.TellLease(SPY, new ClientId(1), 101),
                        new ManagerCommand.TellLease(IBM, new ClientId(2), 102));
        assertThat(fleet.life(SPY)).isInstanceOf(ProcessLife.Running.class);
    }

    @Test
    void shouldLaunchNothingBeforeTheLeasesOfEarlierProcessesAreRead() {
        Fleet fleet = new Fleet();
        fleet.take(new ManagerEvent.Began(fleet.now(), 1, List.of(SPY, IBM)));
        fleet.seconds(5);
        assertThat(fleet.said(ManagerCommand.Launch.class)).isEmpty();

        fleet.take(new ManagerEvent.LeaseRecalled(fleet.now(), IBM, new ClientId(1), 500));
        fleet.take(new ManagerEvent.Recalled(fleet.now()));

        assertThat(fleet.said(ManagerCommand.Launch.class))
                .containsExactly(
                        new ManagerCommand.Launch(SPY, new ClientId(2), 501),
                        new ManagerCommand.Launch(IBM, new ClientId(1), 502));
    }

    @Test
    void shouldStartOnlySoManyAtOnce() {
        Fleet fleet = new Fleet();
        Ticker[] many = new Ticker[10];
        for (int index = 0; index < many.length; index++) {
            many[index] = new Ticker("T" + index);
        }
        fleet.begin(many);
        assertThat(fleet.said(ManagerCommand.Launch.class)).hasSize(4);

        fleet.ready(many[0]);

        assertThat(fleet.said(ManagerCommand.Launch.class)).hasSize(5);
    }

    @Test
    void shouldKeepClientIdsAndTakeFreshEpochsAcrossARestart() {
        Fleet fleet = Fleet.running(SPY, IBM);
        fleet.begin(IBM, SPY);

        assertThat(fleet.member(SPY).clientId()).isEqualTo(new ClientId(1));
        assertThat(fleet.epochs(SPY)).containsExactly(101L, 104L);
        assertThat(fleet.epochs(IBM)).containsExactly(102L, 103L);
    }

    @Test
    void shouldRestartACrashedMongerLaterAndLaterAndSayWhenItLoops() {
        Fleet fleet = Fleet.running(SPY);
        List<Integer> pauses = new ArrayList<>();
        for (int crash = 0; crash < 5; crash++) {
            int launches = fleet.epochs(SPY).size();
            fleet.crash(SPY);
            int pause = 0;
            while (fleet.epochs(SPY).size() == launches) {
                fleet.seconds(1);
                pause++;
            }
            pauses.add(pause);
        }

        assertThat(pauses).containsExactly(1, 2, 4, 8, 16);
        assertThat(fleet.alarms())
                .containsExactly(
                        "monger-crashed",
                        "monger-crashed",
                        "monger-crashed",
                        "monger-crashed",
                        "crash-loop");
    }

    @Test
    void shouldLeaveAMongerStoppedThatWasStoppedWithoutTheManager() {
        Fleet fleet = Fleet.running(SPY);
        fleet.take(
                new ManagerEvent.ProcessEnded(
                        fleet.now(), SPY, "exit code 10", ManagerEvent.Ending.STOPPED));
        fleet.seconds(100);

        assertThat(fleet.epochs(SPY)).hasSize(1);
        assertThat(fleet.life(SPY)).isEqualTo(new ProcessLife.Stopped());
        assertThat(fleet.alarms()).isEmpty();
    }

    @Test
    void shouldNotRestartAProcessThatRefusedItsSettings() {
        Fleet fleet = Fleet.running(SPY);
        fleet.take(
                new ManagerEvent.ProcessEnded(
                        fleet.now(), SPY, "exit code 78", ManagerEvent.Ending.REFUSED));
        fleet.seconds(100);

        assertThat(fleet.epochs(SPY)).hasSize(1);
        assertThat(fleet.alarms()).containsExactly("settings-refused");
    }

    @Test
    void shouldTellSilenceOnceAndAgainAfterAWord() {
        Fleet fleet = Fleet.running(SPY);
        fleet.seconds(40);
        fleet.heard(SPY);
        fleet.seconds(40);

        assertThat(fleet.alarms()).containsExactly("heartbeat-missing", "heartbeat-missing");
    }

    @Test
    void shouldEndACommandForAllWhenEachHasProvedIt() {
        Fleet fleet = Fleet.running(SPY, IBM);
        fleet.order("f1", null, FleetOrder.Kind.FLATTEN);
        fleet.told("f1", SPY, new Part.Accepted("closing"));
        fleet.told("f1", SPY, new Part.Done("flat"));
        assertThat(fleet.undertaking("f1").ended()).isFalse();

        fleet.told("f1", IBM, new Part.Done("flat"));
        fleet.told("f1", IBM, new Part.Failed("late nonsense"));

        assertThat(fleet.said(ManagerCommand.TellOrder.class)).hasSize(1);
        assertThat(fleet.undertaking("f1").done()).isTrue();
        assertThat(fleet.alarms()).isEmpty();
    }

    @Test
    void shouldFailWhatIsNotDoneByTheDeadlineWithTheLastWord() {
        Fleet fleet = Fleet.running(SPY);
        fleet.heard(SPY);
        fleet.order("f1", SPY, FleetOrder.Kind.FLATTEN);
        fleet.seconds(29);
        assertThat(fleet.undertaking("f1").ended()).isFalse();
        fleet.seconds(1);

        assertThat(fleet.undertaking("f1").parts().get("SPY"))
                .isEqualTo(new Part.Failed("no answer by the deadline; last word: holds 100"));
        assertThat(fleet.alarms()).contains("command-failed");
    }

    @ParameterizedTest
    @EnumSource(
            value = FleetOrder.Kind.class,
            names = {"PAUSE", "RESUME", "REDUCE_ONLY", "FLATTEN", "RESET"})
    void shouldFailACommandToAStoppedTickerAtOnce(FleetOrder.Kind kind) {
        Fleet fleet = Fleet.running(SPY, IBM);
        stop(fleet, SPY);
        fleet.order("c1", SPY, kind);

        assertThat(fleet.undertaking("c1").parts().get("SPY")).isInstanceOf(Part.Failed.class);
    }

    @Test
    void shouldStopEndTheProcessAndStartAgainOnlyByCommand() {
        Fleet fleet = Fleet.running(SPY, IBM);
        stop(fleet, SPY);
        fleet.seconds(100);
        assertThat(fleet.epochs(SPY)).hasSize(1);
        assertThat(fleet.life(SPY)).isEqualTo(new ProcessLife.Stopped());

        fleet.order("s2", SPY, FleetOrder.Kind.START);
        fleet.ready(SPY);

        assertThat(fleet.epochs(SPY)).hasSize(2);
        assertThat(fleet.undertaking("s2").ended()).isFalse();
        fleet.told("s2", SPY, new Part.Done("entries are possible again"));
        assertThat(fleet.undertaking("s2").done()).isTrue();
    }

    @Test
    void shouldNotLeaveAStopForTheProcessOfALaterStartToFind() {
        Fleet fleet = Fleet.running(SPY);
        stop(fleet, SPY);
        int told = fleet.said(ManagerCommand.TellOrder.class).size();
        fleet.order("s2", SPY, FleetOrder.Kind.STOP);

        assertThat(fleet.undertaking("s2").done()).isTrue();
        assertThat(fleet.said(ManagerCommand.TellOrder.class)).hasSize(told);
    }

    @Test
    void shouldNotEndAProcessThatWasStartedBeforeTheStopOfAnEarlierOneWasHeard() {
        Fleet fleet = Fleet.running(SPY);
        long stopped = fleet.member(SPY).epoch();
        fleet.order("s1", SPY, FleetOrder.Kind.STOP);
        fleet.take(
                new ManagerEvent.ProcessEnded(
                        fleet.now(), SPY, "exit code 10", ManagerEvent.Ending.STOPPED));
        fleet.order("s2", SPY, FleetOrder.Kind.START);
        fleet.ready(SPY);
        fleet.toldUnder(stopped, "s1", SPY, new Part.Done("flat"));
        fleet.seconds(100);

        assertThat(fleet.said(ManagerCommand.End.class)).isEmpty();
        assertThat(fleet.life(SPY)).isInstanceOf(ProcessLife.Running.class);
    }

    @Test
    void shouldEndAStoppedProcessThatDoesNotEndByItself() {
        Fleet fleet = Fleet.running(SPY);
        fleet.order("s1", SPY, FleetOrder.Kind.STOP);
        fleet.told("s1", SPY, new Part.Done("flat"));
        fleet.seconds(9);
        assertThat(fleet.said(ManagerCommand.End.class)).isEmpty();
        fleet.seconds(5);

        assertThat(fleet.said(ManagerCommand.End.class)).hasSize(1);
    }

    @Test
    void shouldRestartAMongerThatCrashesBeforeItsStopIsProven() {
        Fleet fleet = Fleet.running(SPY);
        fleet.order("s1", SPY, FleetOrder.Kind.STOP);
        fleet.crash(SPY);
        fleet.seconds(2);
        fleet.told("s1", SPY, new Part.Done("flat"));
        fleet.crash(SPY);
        fleet.seconds(100);

        assertThat(fleet.epochs(SPY)).hasSize(2);
        assertThat(fleet.life(SPY)).isEqualTo(new ProcessLife.Stopped());
    }

    @Test
    void shouldStartAFleetThatWasStoppedAsAWholeButNotASingleTicker() {
        Fleet fleet = Fleet.running(SPY, IBM);
        stop(fleet, SPY);
        fleet.begin(SPY, IBM);
        assertThat(fleet.life(SPY)).isEqualTo(new ProcessLife.Stopped());
        fleet.ready(IBM);
        stop(fleet, IBM);

        fleet.begin(SPY, IBM);

        assertThat(fleet.life(SPY)).isInstanceOf(ProcessLife.Starting.class);
        assertThat(fleet.life(IBM)).isInstanceOf(ProcessLife.Starting.class);
    }

    @Test
    void shouldFlattenAllOnceForABreach() {
        Fleet fleet = Fleet.running(SPY, IBM);
        fleet.take(new ManagerEvent.RiskHeard(fleet.now(), null));
        fleet.take(new ManagerEvent.RiskHeard(fleet.now(), "daily-loss-7-1"));
        fleet.take(new ManagerEvent.RiskHeard(fleet.now(), "daily-loss-7-1"));
        fleet.take(new ManagerEvent.RiskHeard(fleet.now(), null));

        assertThat(fleet.said(ManagerCommand.TellOrder.class))
                .singleElement()
                .satisfies(tell -> {
                    assertThat(tell.order().kind()).isEqualTo(FleetOrder.Kind.FLATTEN);
                    assertThat(tell.order().target()).isEqualTo("*");
                });
        assertThat(fleet.undertaking("breach-daily-loss-7-1").parts()).containsKeys("IBM", "SPY");
    }

    @Test
    void shouldTakeOneIdForSeveralTickersButNotTwiceForOne() {
        Fleet fleet = Fleet.running(SPY, IBM);
        fleet.order("p1", SPY, FleetOrder.Kind.PAUSE);
        fleet.order("p1", IBM, FleetOrder.Kind.PAUSE);
        fleet.order("p1", IBM, FleetOrder.Kind.PAUSE);

        assertThat(fleet.said(ManagerCommand.TellOrder.class)).hasSize(2);
        assertThat(fleet.undertaking("p1").parts()).containsKeys("IBM", "SPY");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldKeepItsPromisesInAnyStory(long seed) {
        Random chance = new Random(seed);
        Fleet fleet = new Fleet();
        Ticker[] tickers = {SPY, IBM, new Ticker("BAC"), new Ticker("AIG"), new Ticker("GE")};
        fleet.begin(tickers);
        for (int turn = 0; turn < 500; turn++) {
            Ticker ticker = tickers[chance.nextInt(tickers.length)];
            turn(fleet, chance.nextInt(9), ticker, turn);
            assertThat(fleet.state().members().values().stream().filter(m -> m.life().starting()))
                    .as("seed %d turn %d", seed, turn)
                    .hasSizeLessThanOrEqualTo(4);
        }
        fleet.seconds(120);

        List<Long> epochs =
                fleet.said(ManagerCommand.Launch.class).stream()
                        .map(ManagerCommand.Launch::epoch)
                        .toList();
        assertThat(epochs).as("seed %d", seed).doesNotHaveDuplicates().isSorted();
        assertThat(fleet.state().undertakings().values()).allMatch(Undertaking::ended);
        assertThat(
                        fleet.said(ManagerCommand.TellPart.class).stream()
                                .map(tell -> tell.id() + " " + tell.target()))
                .doesNotHaveDuplicates();
        assertThat(
                        new TreeSet<>(
                                fleet.state().members().values().stream()
                                        .map(Member::clientId)
                                        .toList()))
                .hasSize(tickers.length);
    }

    private static void turn(Fleet fleet, int what, Ticker ticker, int turn) {
        FleetOrder.Kind[] kinds = FleetOrder.Kind.values();
        switch (what) {
            case 0 -> fleet.crash(ticker);
            case 1, 2 -> fleet.ready(ticker);
            case 3 -> fleet.order("c" + turn, ticker, kinds[turn % kinds.length]);
            case 4 -> fleet.order("c" + turn, null, kinds[turn % kinds.length]);
            case 5 -> fleet.told("c" + (turn - 3), ticker, new Part.Done("flat"));
            case 6 -> fleet.told("c" + (turn - 2), ticker, new Part.Failed("10 left"));
            default -> fleet.seconds(1);
        }
    }

    private static void stop(Fleet fleet, Ticker ticker) {
        fleet.order("stop-" + ticker, ticker, FleetOrder.Kind.STOP);
        fleet.told("stop-" + ticker, ticker, new Part.Done("flat"));
        fleet.take(
                new ManagerEvent.ProcessEnded(
                        fleet.now(), ticker, "exit code 10", ManagerEvent.Ending.STOPPED));
    }
}
