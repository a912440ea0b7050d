package dev.monger.launcher;

import dev.monger.engine.journal.ReplayComparison;
import dev.monger.fleet.whatif.WhatIf;
import dev.monger.launcher.journal.JournalReplay;
import dev.monger.launcher.journal.JournalWhatIf;
import dev.monger.launcher.stack.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Steps journals of a live run again, and tells what would be asked for today that was not then.
 */
@Command(
        name = "replay",
        description = "Steps the journals of a live run again and counts the differences.",
        mixinStandardHelpOptions = true,
        footer = "Exit code 0 without a difference, 1 with any.")
final class ReplayCommand implements Callable<Integer> {

    private static final int PRICE_DIGITS = 8;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PATH",
            description = "a state folder, a monger's folder in it, or one journal file")
    private Path path = Path.of(".");

    @Option(names = "--ticker", paramLabel = "T", description = "only this ticker's journal")
    private @Nullable String ticker;

    @Option(
            names = "--set",
            paramLabel = "FIELD=VALUE",
            description =
                    "another assignment, by the fields that differ, as in sizing.unit=200; the"
                            + " market is then traded again with both, and their profit is told")
    private Map<String, String> changes = new TreeMap<>();

    @Override
    public Integer call() throws Refusal, IOException {
        PrintWriter out = spec.commandLine().getOut();
        long differences = 0;
        for (List<Path> journal : journals()) {
            JournalReplay.Outcome outcome = JournalReplay.replay(journal);
            differences += outcome.report().differences();
            tell(outcome, out);
            if (!changes.isEmpty()) {
                whatIf(JournalWhatIf.ask(journal, changes), out);
            }
        }
        out.flush();
        return differences == 0 ? 0 : Refusal.RESIDUAL;
    }

    private List<List<Path>> journals() throws Refusal, IOException {
        List<List<Path>> journals = new ArrayList<>();
        for (Path folder : folders()) {
            List<Path> segments = JournalReplay.segments(folder);
            if (!segments.isEmpty()) {
                journals.add(segments);
            }
        }
        if (journals.isEmpty()) {
            throw new Refusal(
                    Refusal.BAD_INPUT,
                    "there is no journal"
                            + (ticker == null ? "" : " of " + ticker)
                            + " in "
                            + path.toAbsolutePath().normalize()
                            + "; name the state folder of a stack that has traded, as in .monger");
        }
        return journals;
    }

    private List<Path> folders() throws IOException {
        Path mongers = path.resolve("monger");
        if (!Files.isDirectory(mongers)) {
            return List.of(path);
        }
        if (ticker != null) {
            return List.of(mongers.resolve(ticker));
        }
        try (Stream<Path> folders = Files.list(mongers)) {
            return folders.sorted().toList();
        }
    }

    private static void whatIf(JournalWhatIf.Answer answer, PrintWriter out) {
        out.println("    traded again by the simulated broker, with the assignment of then:");
        side(answer.then(), out);
        out.println("    and with the other:");
        side(answer.other(), out);
        List<String> then = answer.then().decisions();
        List<String> other = answer.other().decisions();
        int differing = 0;
        for (int at = 0; at < Math.min(then.size(), other.size()); at++) {
            if (!then.get(at).equals(other.get(at))) {
                differing++;
                if (differing == 1) {
                    out.println("    the first decision that differs: " + then.get(at));
                    out.println("                            instead: " + other.get(at));
                }
            }
        }
        out.printf("    %d of %d decisions differ%n", differing, then.size());
    }

    private static void side(WhatIf.Result result, PrintWriter out) {
        out.printf(
                "        profit after commissions %s, %d trades, %d predictions%n",
                BigDecimal.valueOf(result.profitE8(), PRICE_DIGITS)
                        .stripTrailingZeros()
                        .toPlainString(),
                result.trades().size(),
                result.decisions().size());
    }

    private static void tell(JournalReplay.Outcome outcome, PrintWriter out) {
        ReplayComparison.Report report = outcome.report();
        out.printf(
                "%-10s %d steps, %d differences; %d segments written by version %s%n",
                outcome.ticker(),
                report.steps(),
                report.differences(),
                outcome.segments(),
                String.join(", ", outcome.programVersions()));
        if (report.passedOver() > 0) {
            out.println("    " + report.passedOver() + " inputs that stopped it then are left out");
        }
        if (!outcome.note().isEmpty()) {
            out.println("    " + outcome.note());
        }
        report.first()
                .ifPresent(difference -> {
                    out.println(
                            "    the first: record "
                                    + difference.index()
                                    + " at byte "
                                    + difference.offset()
                                    + " of "
                                    + outcome.differsIn().map(Path::toString).orElse("?"));
                    out.println("    given      " + difference.record().input());
                    out.println("    asks now   " + difference.outputs());
                });
    }
}
