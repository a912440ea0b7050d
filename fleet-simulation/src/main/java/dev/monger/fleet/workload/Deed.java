package dev.monger.fleet.workload;

import dev.monger.fleet.world.Stage;
import dev.monger.schemas.CommandKind;
import java.util.Locale;

/** Something that is done to the fleet; its text is a line of a script. */
public sealed interface Deed {

    /** The words of it, as {@link DeedReader} reads them. */
    String text();

    /** For how long it goes on by itself, in milliseconds. */
    default long lastsMillis() {
        return 0;
    }

    /** A program outside of the fleet predicts. */
    record Signal(String ticker, boolean up) implements Deed {
        @Override
        public String text() {
            return "signal " + ticker + (up ? " up" : " down");
        }
    }

    /**
     * A process is killed.
     *
     * @param stage at which moment of its life
     * @param steps so many steps later
     * @param outputs how many outputs of its last step take effect
     */
    record Kill(String part, Stage stage, int steps, int outputs) implements Deed {
        @Override
        public String text() {
            String moment = stage.name().toLowerCase(Locale.ROOT);
            return "kill " + part + " when " + moment + " +" + steps + " outputs " + outputs;
        }
    }

    /** A process does nothing for a while. */
    record Pause(String part, long millis) implements Deed {
        @Override
        public long lastsMillis() {
            return millis;
        }

        @Override
        public String text() {
            return "pause " + part + " for " + millis;
        }
    }

    /** A process that is gone is started. */
    record Restart(String part) implements Deed {
        @Override
        public String text() {
            return "restart " + part;
        }
    }

    /** A process is killed and its disk is gone. */
    record LoseDisk(String part) implements Deed {
        @Override
        public String text() {
            return "lose-disk " + part;
        }
    }

    /** The disk of a process has room for so many records, for a while. */
    record FillDisk(String part, int records, long millis) implements Deed {
        @Override
        public long lastsMillis() {
            return millis;
        }

        @Override
        public String text() {
            return "fill-disk " + part + " after " + records + " for " + millis;
        }
    }

    /** Kafka is away from a process, or from all. */
    record CutTopics(String part, long millis) implements Deed {
        @Override
        public long lastsMillis() {
            return millis;
        }

        @Override
        public String text() {
            return "cut-topics " + part + " for " + millis;
        }
    }

    /** Records come later than usual to a process. */
    record SlowTopics(String part, long byMillis, long millis) implements Deed {
        @Override
        public long lastsMillis() {
            return millis;
        }

        @Override
        public String text() {
            return "slow-topics " + part + " by " + byMillis + " for " + millis;
        }
    }

    /** At its next start a process reads the last records of each topic again. */
    record RepeatTopics(String part, int records) implements Deed {
        @Override
        public String text() {
            return "repeat-topics " + part + " records " + records;
        }
    }

    /** TWS is restarted. */
    record RestartFront() implements Deed {
        @Override
        public String text() {
            return "restart-tws";
        }
    }

    /** TWS and the broker are apart for a while. */
    record FlapLink(long millis) implements Deed {
        @Override
        public long lastsMillis() {
            return millis;
        }

        @Override
        public String text() {
            return "flap-link for " + millis;
        }
    }

    /** TWS or the broker misbehaves from now on. */
    record Misbehave(String fault) implements Deed {
        @Override
        public String text() {
            return "misbehave " + fault;
        }
    }

    /** A person types an order at the market. */
    record HandTypes(String ticker, boolean buy, long shares) implements Deed {
        @Override
        public String text() {
            return "hand-types " + ticker + (buy ? " buy " : " sell ") + shares;
        }
    }

    /** A person closes whatever the account holds. */
    record HandCloses(String ticker) implements Deed {
        @Override
        public String text() {
            return "hand-closes " + ticker;
        }
    }

    /** A person cancels the first order of ours of a leg. */
    record HandCancels(String ticker, String leg) implements Deed {
        @Override
        public String text() {
            return "hand-cancels " + ticker + " " + leg;
        }
    }

    /** A person makes the first order of ours of a leg smaller, or moves its price. */
    record HandChanges(String ticker, String leg, int percent, int ticks) implements Deed {
        @Override
        public String text() {
            return "hand-changes " + ticker + " " + leg + " size " + percent + " ticks " + ticks;
        }
    }

    /**
     * The operator commands.
     *
     * @param ticker which, or {@code *} for all
     * @param door whether by the monger's own HTTP instead of the manager's
     */
    record Command(CommandKind kind, String ticker, long millis, boolean door) implements Deed {
        @Override
        public String text() {
            return "command "
                    + kind.name().toLowerCase(Locale.ROOT)
                    + " "
                    + ticker
                    + " within "
                    + millis
                    + (door ? " door" : " manager");
        }
    }

    /** The operator lifts whatever breach stands. */
    record Reset(String ticker) implements Deed {
        @Override
        public String text() {
            return "reset " + ticker;
        }
    }

    /** The quote jumps, for one moment or until something else holds it. */
    record Jump(String ticker, int basisPoints) implements Deed {
        @Override
        public String text() {
            return "jump " + ticker + " " + basisPoints;
        }
    }

    /** Trading in a contract is halted for a while. */
    record Halt(String ticker, long millis) implements Deed {
        @Override
        public long lastsMillis() {
            return millis;
        }

        @Override
        public String text() {
            return "halt " + ticker + " for " + millis;
        }
    }
}
