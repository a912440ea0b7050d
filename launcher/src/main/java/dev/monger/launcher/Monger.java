package dev.monger.launcher;

import dev.monger.launcher.stack.Refusal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The command line. */
@Command(
        name = "monger",
        description = "A live-trading fleet for Interactive Brokers.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Through the same script: build, verify [--quick], simulator.",
            "docs/ and each module's README tell more."
        },
        subcommands = {
            UpCommand.class,
            TopicsCommand.class,
            TailCommand.class,
            PsCommand.class,
            FleetCommands.Start.class,
            FleetCommands.Pause.class,
            FleetCommands.Resume.class,
            FleetCommands.ReduceOnly.class,
            FleetCommands.Flatten.class,
            FleetCommands.Stop.class,
            FleetCommands.Reset.class,
            OrdersCommand.class,
            FillsCommand.class,
            PositionsCommand.class,
            PnlCommand.class,
            ReplayCommand.class,
            SimulateCommand.class
        })
public final class Monger {

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        // Not System.out, which would hide that nobody reads any more, as after `| head`.
        PrintWriter out =
                new PrintWriter(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(commandLine().setOut(out).execute(arguments));
    }

    /** The commands, ready to be given words. */
    public static CommandLine commandLine() {
        return new CommandLine(new Monger())
                .setExecutionExceptionHandler(Monger::failed)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int failed(Exception failure, CommandLine command, ParseResult parsed)
            throws Exception {
        if (failure instanceof Refusal refusal) {
            command.getErr().println("monger: " + refusal.getMessage());
            return refusal.exitCode();
        }
        if (failure instanceof IOException unreachable) {
            command.getErr()
                    .println(
                            "monger: "
                                    + unreachable.getMessage()
                                    + "; ./monger ps and the logs in the state folder tell more");
            return Refusal.PART_DOWN;
        }
        throw failure;
    }
}
