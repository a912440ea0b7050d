package dev.monger.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import dev.monger.launcher.stack.Refusal;
import dev.monger.launcher.stack.TickerLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows how every ticker is. */
@Command(name = "ps", description = "Shows how every ticker is.", mixinStandardHelpOptions = true)
final class PsCommand implements Callable<Integer> {

    @Mixin private final StateOption state = new StateOption();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Refusal, IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<JsonNode> tickers = state.fleet().tickers();
        tickers.forEach(ticker -> out.println(TickerLine.of(ticker)));
        if (tickers.isEmpty()) {
            out.println("the fleet has no ticker");
        }
        out.flush();
        return 0;
    }
}
