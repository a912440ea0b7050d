package dev.monger.core.monger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.ConId;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.Price;
import dev.monger.core.model.PriceIncrement;
import dev.monger.core.model.Quantity;
import dev.monger.core.monger.Closing.Cause;
import dev.monger.core.monger.Closing.Point;
import dev.monger.core.monger.LifeCycle.Flat;
import dev.monger.core.monger.LifeCycle.Flattening;
import dev.monger.core.monger.LifeCycle.Leaving;
import dev.monger.core.monger.LifeCycle.Paused;
import dev.monger.core.monger.LifeCycle.ReduceOnly;
import dev.monger.core.monger.LifeCycle.Stopped;
import dev.monger.core.monger.LifeCycle.Stopping;
import dev.monger.core.monger.LifeCycle.Trading;
import dev.monger.core.monger.LifeCycle.Turnpoint;
import dev.monger.core.monger.LinkState.Apart;
import dev.monger.core.monger.LinkState.Down;
import dev.monger.core.monger.LinkState.Healthy;
import dev.monger.core.monger.MongerEvent.CommandKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SmallMachinesTest {

    private static final List<LinkState> LINKS =
            List.of(new Down(), new Apart(), new Healthy(false), new Healthy(true));

    private static final List<LifeCycle> LIVES =
            List.of(
                    new Trading(),
                    new Paused("x"),
                    new ReduceOnly("x"),
                    new Flattening(),
                    new Flat(),
                    new Stopping(false),
                    new Stopping(true),
                    new Leaving(true, new Trading()),
                    new Leaving(false, new Flat()),
                    new Stopped(new Paused("x"), false));

    private static List<LinkState> links(LinkEvent event) {
        return LINKS.stream().map(link -> link.after(event)).toList();
    }

    @Test
    void shouldFollowTheTableOfLinks() {
        Healthy well = new Healthy(false);
        Healthy near = new Healthy(true);
        assertThat(links(new LinkEvent.LinkOpened(true))).containsOnly(well);
        assertThat(links(new LinkEvent.LinkOpened(false))).containsOnly(new Apart());
        assertThat(links(new LinkEvent.LinkLost("x"))).containsOnly(new Down());
        assertThat(links(new LinkEvent.BrokerConnectivityLost("x")))
                .containsExactly(new Down(), new Apart(), new Apart(), new Apart());
        assertThat(links(new LinkEvent.BrokerConnectivityRestored(true)))
                .containsExactly(new Down(), well, well, near);
        assertThat(links(new LinkEvent.RestartApproaching()))
                .containsExactly(new Down(), new Apart(), near, near);
        assertThat(links(new LinkEvent.ContractRefused("x"))).isEqualTo(LINKS);
        assertThat(links(new LinkEvent.ContractConfirmed(Story.terms()))).isEqualTo(LINKS);
        assertThat(OrderTableTest.leaves(LinkEvent.class)).hasSize(7);
        assertThat(OrderTableTest.leaves(LinkState.class)).hasSize(3);
    }

    private static List<LifeCycle> lives(Turnpoint point) {
        return LIVES.stream().map(life -> life.after(point)).toList();
    }

    private static List<LifeCycle> commanded(CommandKind kind, boolean keep) {
        return lives(new Turnpoint.Commanded(kind, keep));
    }

    @Test
    void shouldFollowTheTableOfLives() {
        List<LifeCycle> busy = LIVES.subList(5, 9);
        assertThat(commanded(CommandKind.START, false)).isEqualTo(unlessBusy(new Trading(), busy));
        assertThat(commanded(CommandKind.RESUME, false)).isEqualTo(unlessBusy(new Trading(), busy));
        assertThat(commanded(CommandKind.PAUSE, false))
                .isEqualTo(unlessBusy(new Paused("commanded"), busy));
        assertThat(commanded(CommandKind.REDUCE_ONLY, false))
                .isEqualTo(unlessBusy(new ReduceOnly("commanded"), busy));
        assertThat(commanded(CommandKind.RESET, false)).isEqualTo(LIVES);
    }

    /** The table of a command that must wait for what is under way. */
    private static List<LifeCycle> unlessBusy(LifeCycle next, List<LifeCycle> busy) {
        return List.of(
                next,
                next,
                next,
                new Flattening(),
                next,
                busy.get(0),
                busy.get(1),
                busy.get(2),
                busy.get(3),
                next);
    }

    @Test
    void shouldFollowTheTableOfEnds() {
        Stopping closing = new Stopping(false);
        Stopping keeping = new Stopping(true);
        Leaving closed = new Leaving(false, new Flat());
        Flattening flattening = new Flattening();
        assertThat(commanded(CommandKind.FLATTEN, false))
                .containsExactly(
                        flattening,
                        flattening,
                        flattening,
                        flattening,
                        flattening,
                        closing,
                        closing,
                        closed,
                        closed,
                        flattening);
        assertThat(commanded(CommandKind.STOP, false)).containsOnly(closing);
        assertThat(commanded(CommandKind.STOP, true))
                .containsExactly(
                        keeping, keeping, keeping, closing, keeping, closing, keeping, keeping,
                        closing, keeping);
        assertThat(commanded(CommandKind.STOP_KEEP, false))
                .containsExactly(
                        new Leaving(false, new Trading()),
                        new Leaving(false, new Paused("x")),
                        new Leaving(false, new ReduceOnly("x")),
                        closed,
                        new Leaving(false, new Flat()),
                        closing,
                        keeping,
                        new Leaving(true, new Trading()),
                        closed,
                        new Stopped(new Paused("x"), false));
        assertThat(commanded(CommandKind.STOP_KEEP, true))
                .containsExactly(
                        new Leaving(true, new Trading()),
                        new Leaving(true, new Paused("x")),
                        new Leaving(true, new ReduceOnly("x")),
                        closed,
                        new Leaving(true, new Flat()),
                        closing,
                        keeping,
                        new Leaving(true, new Trading()),
                        closed,
                        new Stopped(new Paused("x"), false));
    }

    @Test
    void shouldFollowTheTableOfTurns() {
        Paused touched = new Paused("a person touched an order of ours");
        assertThat(lives(new Turnpoint.Intervened()))
                .containsExactly(
                        touched,
                        LIVES.get(1),
                        LIVES.get(2),
                        LIVES.get(3),
                        LIVES.get(4),
                        LIVES.get(5),
                        LIVES.get(6),
                        new Leaving(true, touched),
                        LIVES.get(8),
                        LIVES.get(9));
        assertThat(lives(new Turnpoint.Tripped()).subList(0, 9))
                .isEqualTo(commanded(CommandKind.FLATTEN, false).subList(0, 9));
        assertThat(lives(new Turnpoint.Tripped())).last().isEqualTo(LIVES.get(9));
        Stopped stopped = new Stopped(new Trading(), true);
        assertThat(lives(new Turnpoint.Reached()))
                .containsExactly(
                        LIVES.get(0),
                        LIVES.get(1),
                        LIVES.get(2),
                        new Flat(),
                        new Flat(),
                        stopped,
                        stopped,
                        new Stopped(new Trading(), false),
                        new Stopped(new Flat(), false),
                        LIVES.get(9));
        ReduceOnly given = new ReduceOnly("a close was given up");
        assertThat(lives(new Turnpoint.GivenUp()))
                .containsExactly(
                        LIVES.get(0),
                        LIVES.get(1),
                        LIVES.get(2),
                        given,
                        new Flat(),
                        given,
                        given,
                        new Trading(),
                        given,
                        LIVES.get(9));
        assertThat(lives(new Turnpoint.Restarted()).subList(0, 7)).isEqualTo(LIVES.subList(0, 7));
        assertThat(lives(new Turnpoint.Restarted()).subList(7, 10))
                .containsExactly(new Trading(), new Flattening(), new Paused("x"));
        assertThat(OrderTableTest.leaves(Turnpoint.class)).hasSize(6);
        assertThat(OrderTableTest.leaves(LifeCycle.class)).hasSize(8);
    }

    @ParameterizedTest
    @EnumSource(CommandKind.class)
    void shouldRefuseOnlyWhatWouldInterruptAClose(CommandKind kind) {
        boolean interrupts =
                List.of(
                                CommandKind.START,
                                CommandKind.RESUME,
                                CommandKind.PAUSE,
                                CommandKind.REDUCE_ONLY)
                        .contains(kind);
        assertThat(new Flattening().refuses(kind)).isEqualTo(interrupts);
        assertThat(new Stopping(true).refuses(kind)).isEqualTo(interrupts);
        assertThat(new Trading().refuses(kind)).isFalse();
    }

    @Test
    void shouldFollowTheTableOfClosing() {
        Closing idle = new Closing.Idle();
        Closing.Why orderly = new Closing.Why(Cause.TIME, "new");
        Closing working = new Closing.Working("why", Cause.TIME, 3, 5L);
        Closing withdrawing = new Closing.Withdrawing("why");
        Closing given = new Closing.GivenUp("why");
        Closing begun = new Closing.Working("new", Cause.TIME, 9, null);
        List<Closing> all = List.of(idle, working, withdrawing, given);
        List<List<Closing>> rows = new ArrayList<>();
        for (Point point : Point.values()) {
            rows.add(all.stream().map(c -> c.after(point, orderly, 9)).toList());
        }
        assertThat(rows)
                .containsExactly(
                        List.of(begun, working, withdrawing, begun),
                        List.of(begun, working, withdrawing, given),
                        List.of(
                                idle,
                                new Closing.Working("why", Cause.TIME, 3, 9L),
                                withdrawing,
                                given),
                        List.of(idle, idle, idle, idle),
                        List.of(idle, withdrawing, withdrawing, given),
                        List.of(idle, given, given, given),
                        List.of(idle, idle, withdrawing, given));
        assertThat(Stream.of(idle, working, withdrawing, given).map(Closing::active))
                .containsExactly(false, true, true, false);
    }

    @ParameterizedTest
    @CsvSource({"ORDERED,true", "UNSAFE,true", "LOSS,true", "LOCK,false", "TIME,false"})
    void shouldHurryAPatientCloseAndNeverSlowAnUrgentOne(Cause cause, boolean urgent) {
        Closing patient = new Closing.Working("why", Cause.LOCK, 3, 5L);
        Closing hurried = new Closing.Working("why", Cause.LOSS, 3, 5L);
        Closing.Why why = new Closing.Why(cause, "new");
        for (Point point : List.of(Point.COMMANDED, Point.DUE)) {
            assertThat(patient.after(point, why, 9))
                    .isEqualTo(urgent ? new Closing.Working("new", cause, 9, null) : patient);
            assertThat(hurried.after(point, why, 9)).isEqualTo(hurried);
        }
    }

    @Test
    void shouldLatchTheFirstBreachAndLiftItOnlyByItsName() {
        LatchState clear = new LatchState.Clear();
        LatchState halted = clear.tripped("loss", "lost");
        assertThat(halted).isEqualTo(new LatchState.Halted("loss", "lost"));
        assertThat(halted.tripped("other", "more")).isEqualTo(halted);
        assertThat(halted.reset("other")).isEqualTo(halted);
        assertThat(halted.reset("loss")).isEqualTo(clear);
        assertThat(clear.reset("loss")).isEqualTo(clear);
    }

    @Test
    void shouldBelieveADifferenceOnlyAfterItStood() {
        BrokerView differs =
                BrokerView.compare(
                        new BrokerView.NotTold(), Quantity.ofShares(5), Quantity.ZERO, 10);
        assertThat(differs)
                .isEqualTo(new BrokerView.Differs(Quantity.ofShares(5), Quantity.ofShares(5), 10));
        assertThat(BrokerView.compare(differs, Quantity.ofShares(7), Quantity.ofShares(2), 20))
                .isEqualTo(new BrokerView.Differs(Quantity.ofShares(7), Quantity.ofShares(5), 10));
        assertThat(BrokerView.compare(differs, Quantity.ofShares(7), Quantity.ZERO, 20))
                .isEqualTo(new BrokerView.Differs(Quantity.ofShares(7), Quantity.ofShares(7), 20));
        assertThat(BrokerView.compare(differs, Quantity.ofShares(5), Quantity.ofShares(5), 20))
                .isEqualTo(new BrokerView.Agrees(Quantity.ofShares(5)));
    }

    @ParameterizedTest
    @CsvSource({
        "0.99, 0.99, 0.99",
        "0.991, 0.991, 0.991",
        "0.9915, 0.991, 0.992",
        "1, 1, 1",
        "1.004, 1, 1.01",
        "1.01, 1.01, 1.01",
        "0.99999999, 0.999, 1"
    })
    void shouldRoundToTheIncrementOfTheLevel(String price, String down, String up) {
        ContractTerms terms =
                new ContractTerms(
                        new ConId(1),
                        List.of(
                                new PriceIncrement(Price.ZERO, Price.of("0.001")),
                                new PriceIncrement(Price.of("1"), Price.of("0.01"))),
                        List.of(),
                        Quantity.of("1"),
                        List.of());
        assertThat(terms.roundDown(Price.of(price))).isEqualTo(Price.of(down));
        assertThat(terms.roundUp(Price.of(price))).isEqualTo(Price.of(up));
    }
}
