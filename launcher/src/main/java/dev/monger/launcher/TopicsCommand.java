package dev.monger.launcher;

import dev.monger.launcher.stack.Refusal;
import dev.monger.schemas.Topic;
import dev.monger.schemas.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the topics: key, schema, how many records. */
@Command(
        name = "topics",
        description = "Lists the topics: what the key is, which schema, how many records.",
        mixinStandardHelpOptions = true)
final class TopicsCommand implements Callable<Integer> {

    @Mixin private final StateOption state = new StateOption();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Refusal, IOException {
        Map<String, Long> counts = state.topics().counts(Topics.all());
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-24s %-20s %-18s %10s  %s%n", "TOPIC", "KEY", "SCHEMA", "RECORDS", "WHAT");
        for (Topic topic : Topics.all()) {
            out.printf(
                    "%-24s %-20s %-18s %10d  %s%n",
                    topic.name(),
                    topic.keyMeaning(),
                    topic.valueSchema().getName(),
                    counts.getOrDefault(topic.name(), 0L),
                    topic.what());
        }
        out.flush();
        return 0;
    }
}
