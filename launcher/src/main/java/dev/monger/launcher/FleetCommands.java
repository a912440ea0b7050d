package dev.monger.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import dev.monger.launcher.stack.FleetClient;
import dev.monger.launcher.stack.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands that tell the fleet what to do. */
final class FleetCommands {

    private FleetCommands() {}

    /** What all of them take. */
    abstract static class Told implements Callable<Integer> {

        @Mixin private final StateOption state = new StateOption();

        @Spec private CommandSpec spec = CommandSpec.create();

        @Parameters(arity = "0..*", paramLabel = "TICKER", description = "for these tickers")
        private List<String> tickers = new ArrayList<>();

        @Option(names = "--all", description = "for every ticker")
        private boolean all;

        @Option(names = "--wait", description = "wait for the proof; exit code 1 without one")
        private boolean wait;

        @Option(names = "--reason", description = "why; it stands on the topic")
        private String reason = "told by the operator";

        @Option(
                names = "--deadline",
                description = "by when it has to have ended, as in 90s or 2m (${DEFAULT-VALUE})",
                converter = DurationText.class)
        private Duration deadline = Duration.ofSeconds(60);

        abstract String kind();

        @Nullable String breach() {
            return null;
        }

        @Override
        public Integer call() throws Refusal, IOException, InterruptedException {
            if (all != tickers.isEmpty()) {
                throw new Refusal(
                        Refusal.BAD_INPUT,
                        tickers.isEmpty()
                                ? "name the tickers, or say --all"
                                : "name tickers or say --all, not both");
            }
            FleetClient fleet = state.fleet();
            String id =
                    fleet.send(new FleetClient.Order(kind(), tickers, reason, deadline, breach()));
            PrintWriter out = spec.commandLine().getOut();
            out.println(kind() + " is sent, command " + id);
            out.flush();
            return wait ? awaited(fleet, id, out) : 0;
        }

        private int awaited(FleetClient fleet, String id, PrintWriter out)
                throws Refusal, IOException, InterruptedException {
            JsonNode command = fleet.await(id, deadline);
            for (JsonNode result : command.path("results")) {
                out.println(
                        result.path("ticker").asText()
                                + " "
                                + result.path("outcome").asText()
                                + " "
                                + result.path("text").asText());
            }
            List<String> undone = FleetClient.undone(command);
            undone.forEach(sentence -> out.println("not done: " + sentence));
            out.flush();
            return undone.isEmpty() ? 0 : Refusal.RESIDUAL;
        }
    }

    /** Starts tickers. */
    @Command(
            name = "start",
            description = "Starts tickers that were stopped.",
            mixinStandardHelpOptions = true)
    static final class Start extends Told {
        @Override
        String kind() {
            return "START";
        }
    }

    /** Pauses tickers. */
    @Command(
            name = "pause",
            description = "No entries; positions and their stops stay.",
            mixinStandardHelpOptions = true)
    static final class Pause extends Told {
        @Override
        String kind() {
            return "PAUSE";
        }
    }

    /** Resumes tickers. */
    @Command(
            name = "resume",
            description = "Entries again, after pause or reduce-only.",
            mixinStandardHelpOptions = true)
    static final class Resume extends Told {
        @Override
        String kind() {
            return "RESUME";
        }
    }

    /** Lets tickers only reduce. */
    @Command(
            name = "reduce-only",
            description = "Nothing that opens or adds; exits go on.",
            mixinStandardHelpOptions = true)
    static final class ReduceOnly extends Told {
        @Override
        String kind() {
            return "REDUCE_ONLY";
        }
    }

    /** Flattens tickers. */
    @Command(
            name = "flatten",
            description = "Closes the own position and proves it; the monger goes on running.",
            mixinStandardHelpOptions = true)
    static final class Flatten extends Told {
        @Override
        String kind() {
            return "FLATTEN";
        }
    }

    /** Stops tickers. */
    @Command(
            name = "stop",
            description = "Flattens, or keeps where the assignment says so, and ends the process.",
            mixinStandardHelpOptions = true)
    static final class Stop extends Told {
        @Override
        String kind() {
            return "STOP";
        }
    }

    /** Lifts the halted latch. */
    @Command(
            name = "reset",
            description = "Lifts the halted latch, naming the breach that it clears.",
            mixinStandardHelpOptions = true)
    static final class Reset extends Told {

        @Option(
                names = "--breach",
                required = true,
                description = "the breach, as ./monger ps names it")
        private String breach = "";

        @Override
        String kind() {
            return "RESET";
        }

        @Override
        String breach() {
            return breach;
        }
    }
}
