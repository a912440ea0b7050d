package dev.monger.launcher;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monger.launcher.stack.Refusal;
import dev.monger.launcher.topic.TopicRecords;
import dev.monger.schemas.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows profit and loss. */
@Command(
        name = "pnl",
        description = "Shows profit and loss: the account's as the broker says, and each ticker's.",
        mixinStandardHelpOptions = true)
final class PnlCommand implements Callable<Integer> {

    @Mixin private final StateOption state = new StateOption();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Refusal, IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        TopicRecords records = state.records();
        for (ObjectNode pnl :
                records.last(Topics.PNL, record -> record.path("account").asText()).values()) {
            out.printf(
                    "account %s: daily %s, realised %s, unrealised %s %s%n",
                    pnl.path("account").asText(),
                    pnl.path("daily").asText("-"),
                    pnl.path("realized").asText("-"),
                    pnl.path("unrealized").asText("-"),
                    pnl.path("currency").asText());
        }
        for (ObjectNode position :
                records.last(Topics.POSITIONS, record -> record.path("ticker").asText()).values()) {
            out.printf(
                    "%-10s realised %12s unrealised %12s commissions %10s%n",
                    position.path("ticker").asText(),
                    position.path("realizedPnl").asText(),
                    position.path("unrealizedPnl").asText("-"),
                    position.path("commissions").asText());
        }
        out.flush();
        return 0;
    }
}
