package dev.monger.launcher;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monger.launcher.stack.Refusal;
import dev.monger.schemas.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows orders as they stand. */
@Command(
        name = "orders",
        description = "Shows the working orders, or all that ever were.",
        mixinStandardHelpOptions = true)
final class OrdersCommand implements Callable<Integer> {

    private static final List<String> ENDED =
            List.of("FILLED", "CANCELLED", "REJECTED", "INACTIVE");

    @Mixin private final StateOption state = new StateOption();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--all", description = "also those that have ended")
    private boolean all;

    @Override
    public Integer call() throws Refusal, IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        var orders = state.records().last(Topics.ORDERS, order -> order.path("orderRef").asText());
        orders.values().stream()
                .filter(order -> all || !ENDED.contains(order.path("state").asText()))
                .forEach(order -> out.println(line(order)));
        out.flush();
        return 0;
    }

    private static String line(ObjectNode order) {
        return "%-10s %-24s %-11s %-4s %-5s %s of %s limit %s stop %s %s"
                .formatted(
                        order.path("ticker").asText(),
                        order.path("orderRef").asText(),
                        order.path("leg").asText(),
                        order.path("side").asText(),
                        order.path("orderType").asText(),
                        order.path("filled").asText(),
                        order.path("total").asText(),
                        order.path("limitPrice").asText("-"),
                        order.path("stopPrice").asText("-"),
                        order.path("state").asText());
    }
}
