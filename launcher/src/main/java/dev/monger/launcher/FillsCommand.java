package dev.monger.launcher;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monger.launcher.stack.Refusal;
import dev.monger.launcher.topic.RecordDecoder;
import dev.monger.launcher.topic.TopicAccess;
import dev.monger.schemas.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows fills. */
@Command(
        name = "fills",
        description = "Shows every fill, its corrections and its commission.",
        mixinStandardHelpOptions = true)
final class FillsCommand implements Callable<Integer> {

    @Mixin private final StateOption state = new StateOption();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-f", "--follow"},
            description = "go on with those to come")
    private boolean follow;

    @Override
    public Integer call() throws Refusal, IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        RecordDecoder decoder = state.decoder();
        TopicAccess.Taker taker =
                raw -> {
                    out.println(line(decoder.decode(raw.value())));
                    out.flush();
                };
        if (follow) {
            state.topics().follow(Topics.FILLS.name(), true, taker, out::checkError);
        } else {
            state.topics().readAll(Topics.FILLS.name(), taker);
        }
        return 0;
    }

    private static String line(ObjectNode fill) {
        return "%-27s %-10s %-10s %-4s %6s at %-12s commission %-8s realised %-10s %s%s"
                .formatted(
                        fill.path("executedAt").asText(),
                        fill.path("ticker").asText(),
                        fill.path("amendment").asText(),
                        fill.path("side").asText(),
                        fill.path("shares").asText(),
                        fill.path("price").asText(),
                        fill.path("commission").asText("-"),
                        fill.path("realizedPnl").asText("-"),
                        fill.path("execId").asText(),
                        fill.path("manual").asBoolean() ? " by hand" : "");
    }
}
