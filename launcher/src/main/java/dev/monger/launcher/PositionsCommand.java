package dev.monger.launcher;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monger.launcher.stack.Refusal;
import dev.monger.schemas.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows positions and whose they are. */
@Command(
        name = "positions",
        description = "Shows every position and whose it is.",
        mixinStandardHelpOptions = true)
final class PositionsCommand implements Callable<Integer> {

    @Mixin private final StateOption state = new StateOption();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Refusal, IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        String form = "%-10s %8s %8s %8s %8s %12s %12s %12s %8s%n";
        out.printf(
                form,
                "TICKER",
                "OWN",
                "MANUAL",
                "BASELINE",
                "ADJUST",
                "AVERAGE",
                "REALISED",
                "UNREALISED",
                "BROKER");
        for (ObjectNode position :
                state.records()
                        .last(Topics.POSITIONS, record -> record.path("ticker").asText())
                        .values()) {
            out.printf(
                    form,
                    position.path("ticker").asText(),
                    position.path("own").asText(),
                    position.path("manual").asText(),
                    position.path("baseline").asText(),
                    position.path("adjustments").asText(),
                    position.path("averagePrice").asText("-"),
                    position.path("realizedPnl").asText(),
                    position.path("unrealizedPnl").asText("-"),
                    position.path("brokerPosition").asText("-"));
        }
        out.flush();
        return 0;
    }
}
