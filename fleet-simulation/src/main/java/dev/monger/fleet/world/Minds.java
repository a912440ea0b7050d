package dev.monger.fleet.world;

import dev.monger.engine.Engine;
import dev.monger.engine.journal.ReplayComparison;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The engine that lives in a house, and one that follows behind it through the journal.
 *
 * <p>At a start the one that follows takes what the journal holds and lives on, as a new one would
 * that takes all of it; the one that died has taken the same, and follows from there. So each input
 * is replayed once, however often a process dies.
 */
final class Minds {

    private final Supplier<Engine> makes;
    private Engine living;
    private Engine follower;

    Minds(Supplier<Engine> makes) {
        this.makes = makes;
        living = makes.get();
        follower = makes.get();
    }

    Engine living() {
        return living;
    }

    /** A process starts from its journal, while somebody listens to what is asked for meanwhile. */
    ReplayComparison.Report start(KeptJournal journal, UnaryOperator<Engine> listening) {
        ReplayComparison.Report replayed = journal.catchUp(listening.apply(follower));
        Engine died = living;
        living = follower;
        follower = died;
        return replayed;
    }

    /** Replays what was kept since the last time. */
    ReplayComparison.Report replayRest(KeptJournal journal) {
        return journal.catchUp(follower);
    }

    /** The journal is gone, and all that was known by it. */
    void forget() {
        living = makes.get();
        follower = makes.get();
    }
}
