package dev.monger.portfolio;

import dev.monger.engine.portfolio.AccountView;
import dev.monger.engine.portfolio.PortfolioEngine;
import dev.monger.engine.portfolio.PortfolioSettings;
import dev.monger.prediction.InferenceResult;
import dev.monger.schemas.Topics;
import dev.monger.shell.ProcessHost;
import dev.monger.shell.RecordFilter;
import dev.monger.shell.ServiceShell;
import dev.monger.shell.ShellSettings;
import dev.monger.shell.TwsLink;
import dev.monger.shell.environment.EnvironmentReader;
import dev.monger.shell.environment.ServiceEnvironment;
import dev.monger.shell.process.Service;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The guard's engine in its shell. */
@Singleton
public final class Portfolio implements Service {

    /** Of the limits; other base currencies come with the operator's declarations. */
    private static final String CURRENCY = "USD";

    /** A lost disk is recalled from the day's reports. */
    private static final Duration LOOK_BACK = Duration.ofDays(1);

    private final PortfolioEnvironment environment =
            PortfolioEnvironment.from(new EnvironmentReader(System.getenv()));
    private final PortfolioEngine engine = new PortfolioEngine();

    @Override
    public String part() {
        return "portfolio";
    }

    @Override
    public ServiceEnvironment environment() {
        return environment.service();
    }

    @Override
    public Path folder() {
        return environment.service().stateFolder().resolve("portfolio");
    }

    @Override
    public ServiceShell.Start start() throws IOException {
        ServiceEnvironment.Tws tws = environment.service().tws();
        return ServiceShell.start(
                shellSettings(),
                new ServiceShell.Gear(
                        engine,
                        TwsLink.to(tws.host(), tws.port()),
                        _ -> new InferenceResult.Failed("portfolio", "it predicts nothing"),
                        _ -> ProcessHost.none()));
    }

    private ShellSettings shellSettings() {
        ServiceEnvironment service = environment.service();
        return new ShellSettings(
                new ShellSettings.Identity("portfolio", service.account(), version()),
                folder(),
                service.kafka(),
                service.registry(),
                service.clock(),
                List.of(
                        Topics.ASSIGNMENTS,
                        Topics.COMMANDS,
                        Topics.ORDERS,
                        Topics.MANUAL_ORDERS,
                        Topics.RISK),
                RecordFilter.all(),
                LOOK_BACK,
                false,
                new PortfolioSettings(service.account(), CURRENCY, environment.dailyLossLimit())
                        .text());
    }

    private static String version() {
        String version = Portfolio.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    /** Ready when it sees the account; why entries are not permitted is another matter. */
    @Override
    public boolean isReady(ServiceShell running) {
        return running.isReady() && engine.view().connected();
    }

    /** Returns the account as of the last step. */
    AccountView view() {
        return engine.view();
    }
}
