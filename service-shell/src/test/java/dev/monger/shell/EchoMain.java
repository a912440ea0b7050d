package dev.monger.shell;

import dev.monger.prediction.InferenceResult;
import dev.monger.schemas.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A service of the echo engine as a process of its own, to be killed. */
final class EchoMain {

    private EchoMain() {}

    /** Arguments: state folder, bootstrap servers, registry. */
    public static void main(String... arguments) throws IOException {
        ShellSettings settings =
                settings(
                        new ShellSettings.Identity("monger", "SPY", "1"),
                        Path.of(arguments[0]),
                        arguments[1],
                        arguments[2]);
        switch (ServiceShell.start(settings, gear(new EchoEngine()))) {
            case ServiceShell.Start.Running(ServiceShell shell) ->
                    System.exit(shell.ended().join().exitCode());
            case ServiceShell.Start.Refused(int exitCode, String reason) -> {
                System.err.println(reason);
                System.exit(exitCode);
            }
        }
    }

    static ShellSettings settings(
            ShellSettings.Identity identity, Path folder, String kafka, String registry) {
        return new ShellSettings(
                identity,
                folder,
                kafka,
                registry,
                MarketClock.real(),
                List.of(Topics.COMMANDS),
                RecordFilter.all(),
                Duration.ofMinutes(10),
                false,
                "");
    }

    static ServiceShell.Gear gear(EchoEngine engine) {
        return new ServiceShell.Gear(
                engine,
                TwsLink.none(),
                _ -> new InferenceResult.Undecided("test", "never"),
                _ -> ProcessHost.none());
    }
}
