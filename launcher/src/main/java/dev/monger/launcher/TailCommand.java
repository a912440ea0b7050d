package dev.monger.launcher;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monger.launcher.stack.Refusal;
import dev.monger.launcher.topic.RecordDecoder;
import dev.monger.launcher.topic.RecordLine;
import dev.monger.launcher.topic.TopicAccess;
import dev.monger.schemas.Topic;
import dev.monger.schemas.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the records of a topic as they come. */
@Command(
        name = "tail",
        description = "Shows the records of a topic as they come.",
        mixinStandardHelpOptions = true)
final class TailCommand implements Callable<Integer> {

    /** How records are shown. */
    enum Form {
        /** One readable line each. */
        TEXT,
        /** One JSON object a line. */
        JSON
    }

    @Mixin private final StateOption state = new StateOption();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "TOPIC", description = "as ./monger topics lists it")
    private String topic = "";

    @Option(
            names = "--ticker",
            paramLabel = "T",
            description = "only records of this ticker, by key or field")
    private @Nullable String ticker;

    @Option(names = "--from-beginning", description = "start with the oldest record")
    private boolean fromBeginning;

    @Option(names = "--no-follow", description = "end at the record that is the last one now")
    private boolean noFollow;

    @Option(names = "-o", paramLabel = "FORM", description = "text or json (${DEFAULT-VALUE})")
    private Form form = Form.TEXT;

    @Override
    public Integer call() throws Refusal, IOException, InterruptedException {
        if (Topics.named(topic).isEmpty()) {
            List<String> names = Topics.all().stream().map(Topic::name).toList();
            throw new Refusal(
                    Refusal.BAD_INPUT,
                    "there is no topic " + topic + "; there are " + String.join(", ", names));
        }
        RecordDecoder decoder = state.decoder();
        TopicAccess topics = state.topics();
        PrintWriter out = spec.commandLine().getOut();
        TopicAccess.Taker taker = raw -> show(raw, decoder, out);
        if (noFollow) {
            topics.readAll(topic, taker);
        } else {
            topics.follow(topic, fromBeginning, taker, out::checkError);
        }
        return 0;
    }

    private void show(TopicAccess.Raw raw, RecordDecoder decoder, PrintWriter out)
            throws IOException, InterruptedException {
        if (!raw.value().hasRemaining()) {
            return;
        }
        ObjectNode record = decoder.decode(raw.value());
        if (ticker != null
                && !raw.key().equals(ticker)
                && !record.path("ticker").asText("").equals(ticker)) {
            return;
        }
        out.println(
                switch (form) {
                    case JSON -> record.toString();
                    case TEXT -> RecordLine.of(raw.key(), record);
                });
        out.flush();
    }
}
