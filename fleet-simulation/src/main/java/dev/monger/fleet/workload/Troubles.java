package dev.monger.fleet.workload;

import dev.monger.fleet.world.Chance;
import dev.monger.fleet.world.Stage;
import dev.monger.schemas.CommandKind;
import java.util.ArrayList;
import java.util.List;

/** Draws what goes wrong in a story. */
final class Troubles {

    private static final List<String> LEGS = List.of("P", "S", "S", "T");
    private static final List<CommandKind> COMMANDS =
            List.of(
                    CommandKind.PAUSE,
                    CommandKind.RESUME,
                    CommandKind.REDUCE_ONLY,
                    CommandKind.FLATTEN,
                    CommandKind.FLATTEN,
                    CommandKind.STOP,
                    CommandKind.START);

    private static final List<Stage> STAGES =
            List.of(Stage.SUBMITTING, Stage.FILLED, Stage.CLOSING, Stage.UNKNOWN);

    private final List<String> tickers;
    private final Span span;
    private final List<Happening> happenings;

    /** From when until when. */
    record Span(long fromMillis, long untilMillis) {}

    private Troubles(List<String> tickers, Span span, List<Happening> happenings) {
        this.tickers = tickers;
        this.span = span;
        this.happenings = happenings;
    }

    static void add(List<String> tickers, Span span, Chance chance, List<Happening> happenings) {
        Troubles troubles = new Troubles(tickers, span, happenings);
        int weather = (int) chance.between(1, 4);
        boolean any = false;
        for (Kind kind : Kind.values()) {
            Chance own = chance.fork();
            if (own.happens(weather, 8)) {
                any = true;
                troubles.draw(kind, own);
            }
        }
        if (!any) {
            troubles.draw(Kind.KILL, chance.fork());
        }
    }

    /** What can be switched on or off for a story. */
    enum Kind {
        KILL,
        KILL_IN_STAGE,
        KILL_OFFICE,
        PAUSE,
        FILL_DISK,
        CUT_TOPICS,
        SLOW_TOPICS,
        REPEAT_TOPICS,
        RESTART_FRONT,
        FLAP_LINK,
        BROKER,
        MORE_BROKER,
        HAND_TYPES,
        HAND_CLOSES,
        HAND_TOUCHES,
        COMMANDS,
        RESETS,
        JUMPS,
        HALT
    }

    /** The names of all deeds a story may have. */
    static List<String> deedNames() {
        List<String> names = new ArrayList<>();
        for (Class<?> deed : Deed.class.getPermittedSubclasses()) {
            if (deed != Deed.LoseDisk.class) {
                names.add(deed.getSimpleName());
            }
        }
        return names;
    }

    private void draw(Kind kind, Chance chance) {
        int times = (int) chance.between(1, 3);
        for (int time = 0; time < times; time++) {
            long at = chance.between(span.fromMillis(), span.untilMillis() - 1);
            for (Deed deed : deeds(kind, chance.fork())) {
                happenings.add(new Happening(at, deed));
                at = Math.min(span.untilMillis(), at + chance.between(500, 8_000));
            }
        }
    }

    private List<Deed> deeds(Kind kind, Chance chance) {
        String ticker = one(chance, tickers);
        String monger = "monger-" + ticker;
        return switch (kind) {
            case KILL ->
                    List.of(new Deed.Kill(monger, Stage.ANY, small(chance, 40), small(chance, 4)));
            case KILL_IN_STAGE ->
                    List.of(
                            new Deed.Kill(
                                    monger,
                                    one(chance, STAGES),
                                    (int) chance.between(1, 8),
                                    small(chance, 4)));
            case KILL_OFFICE -> office(chance);
            case PAUSE -> List.of(new Deed.Pause(anyPart(chance), chance.between(100, 15_000)));
            case FILL_DISK ->
                    List.of(
                            new Deed.FillDisk(
                                    monger, small(chance, 60), chance.between(2_000, 15_000)));
            case CUT_TOPICS ->
                    List.of(new Deed.CutTopics(anyOrAll(chance), chance.between(500, 20_000)));
            case SLOW_TOPICS -> List.of(slow(chance));
            case REPEAT_TOPICS ->
                    List.of(
                            new Deed.RepeatTopics(monger, (int) chance.between(1, 30)),
                            new Deed.Kill(monger, Stage.ANY, small(chance, 20), small(chance, 4)));
            case RESTART_FRONT -> List.of(new Deed.RestartFront());
            case FLAP_LINK -> List.of(new Deed.FlapLink(chance.between(200, 20_000)));
            case BROKER, MORE_BROKER ->
                    List.of(
                            new Deed.Misbehave(
                                    Misbehaviour.drawn(one(chance, Misbehaviour.kinds()), chance)));
            case HAND_TYPES ->
                    List.of(
                            new Deed.HandTypes(
                                    ticker, chance.happens(1, 2), 50 * chance.between(1, 10)));
            case HAND_CLOSES -> List.of(new Deed.HandCloses(ticker));
            case HAND_TOUCHES -> touches(ticker, chance);
            case COMMANDS -> commands(ticker, chance);
            case RESETS -> List.of(new Deed.Reset("*"), new Deed.Reset(ticker));
            case JUMPS -> List.of(new Deed.Jump(ticker, (int) chance.between(-60, 60)));
            case HALT -> List.of(new Deed.Halt(ticker, chance.between(1_000, 12_000)));
        };
    }

    private String anyOrAll(Chance chance) {
        return chance.happens(1, 3) ? "*" : anyPart(chance);
    }

    private Deed slow(Chance chance) {
        return new Deed.SlowTopics(
                anyOrAll(chance), chance.between(10, 4_000), chance.between(2_000, 20_000));
    }

    private static List<Deed> office(Chance chance) {
        String part = chance.happens(1, 2) ? "portfolio" : "manager";
        return List.of(
                new Deed.Kill(part, Stage.ANY, small(chance, 20), small(chance, 4)),
                new Deed.Restart(part));
    }

    private static List<Deed> touches(String ticker, Chance chance) {
        String leg = one(chance, LEGS);
        return chance.happens(1, 2)
                ? List.of(new Deed.HandCancels(ticker, leg))
                : List.of(
                        new Deed.HandChanges(
                                ticker,
                                leg,
                                (int) chance.between(20, 100),
                                (int) chance.between(-5, 5)));
    }

    private static List<Deed> commands(String ticker, Chance chance) {
        CommandKind kind = one(chance, COMMANDS);
        String whom = chance.happens(1, 4) ? "*" : ticker;
        List<Deed> deeds = new ArrayList<>();
        deeds.add(
                new Deed.Command(kind, whom, chance.between(2_000, 30_000), chance.happens(1, 4)));
        boolean again = kind != CommandKind.RESUME && kind != CommandKind.START;
        if (again && chance.happens(2, 3)) {
            CommandKind back = kind == CommandKind.STOP ? CommandKind.START : CommandKind.RESUME;
            deeds.add(new Deed.Command(back, whom, 10_000, false));
        }
        return deeds;
    }

    private String anyPart(Chance chance) {
        return switch ((int) chance.between(0, 4)) {
            case 0 -> "portfolio";
            case 1 -> "manager";
            default -> "monger-" + one(chance, tickers);
        };
    }

    private static int small(Chance chance, int most) {
        return (int) chance.between(0, most);
    }

    private static <T> T one(Chance chance, List<T> of) {
        return of.get((int) chance.between(0, of.size() - 1));
    }
}
