package dev.monger.service;

import dev.monger.engine.Now;
import dev.monger.engine.avro.Amounts;
import dev.monger.engine.monger.MongerEngine;
import dev.monger.schemas.CommandKind;
import dev.monger.schemas.FleetCommand;
import dev.monger.schemas.LifeCycle;
import dev.monger.schemas.TickerStatus;
import dev.monger.shell.ProcessHost;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The monger's engine in its shell. */
@Singleton
public final class Monger implements Service {

    /** A command or a signal older than this was for somebody else. */
    private static final Duration LOOK_BACK = Duration.ofMinutes(10);

    /** Entries are cancelled and the stop is proven well within this, unless TWS is away. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final MongerEnvironment environment =
            MongerEnvironment.from(new EnvironmentReader(System.getenv()));
    private final MongerEngine engine = new MongerEngine(environment.settings());

    @Override
    public String part() {
        return "monger-" + environment.ticker();
    }

    @Override
    public ServiceEnvironment environment() {
        return environment.service();
    }

    @Override
    public Path folder() {
        return environment.service().stateFolder().resolve("monger").resolve(environment.ticker());
    }

    @Override
    public ServiceShell.Start start() throws IOException {
        ServiceEnvironment.Tws tws = environment.service().tws();
        return ServiceShell.start(
                shellSettings(),
                new ServiceShell.Gear(
                        engine,
                        TwsLink.to(tws.host(), tws.port()),
                        new AskedSources(),
                        _ -> ProcessHost.none()));
    }

    private ShellSettings shellSettings() {
        ServiceEnvironment service = environment.service();
        return new ShellSettings(
                new ShellSettings.Identity(
                        "monger", environment.ticker(), version(), environment.leaseEpoch()),
                folder(),
                service.kafka(),
                service.registry(),
                service.clock(),
                MongerEngine.READ_TOPICS,
                new OwnRecords(environment.ticker(), service.account()),
                LOOK_BACK,
                false,
                environment.settings().text());
    }

    private static String version() {
        String version = Monger.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    /** Ready once it has reconciled: from then on it does what its life cycle says. */
    @Override
    public boolean isReady(ServiceShell running) {
        TickerStatus status = engine.status();
        return running.isReady() && status != null && works(status.getLifeCycle());
    }

    private static boolean works(LifeCycle lifeCycle) {
        return switch (lifeCycle) {
            case UNKNOWN, STARTING, CONNECTING, RECONCILING -> false;
            case TRADING, PAUSED, REDUCE_ONLY, FLATTENING, FLAT, STOPPED -> true;
        };
    }

    /** A deployment keeps: entries are cancelled, the stop is proven, and the process ends. */
    @Override
    public void beginEnd(ServiceShell running) throws InterruptedException {
        Now now = environment.service().clock().now();
        FleetCommand keep =
                FleetCommand.newBuilder()
                        .setSequence(0)
                        .setOccurredAt(Amounts.instant(now.exchangeNanos()))
                        .setRecordedAt(Amounts.instant(now.wallNanos()))
                        .setLeaseEpoch(0)
                        .setId("end-" + UUID.randomUUID())
                        .setTicker(environment.ticker())
                        .setKind(CommandKind.STOP_KEEP)
                        .setIssuer(part())
                        .setReason("this process was told to end")
                        .setIssuedAt(Amounts.instant(now.wallNanos()))
                        .setDeadline(Amounts.instant(now.wallNanos() + PATIENCE.toNanos()))
                        .build();
        running.submit(keep);
    }

    @Override
    public Duration patience() {
        return PATIENCE.plusSeconds(1);
    }

    /** The ticker it trades. */
    String ticker() {
        return environment.ticker();
    }

    /** Its client id at the gateway. */
    int clientId() {
        return environment.clientId();
    }

    /** What the engine told last of itself; null before the first. */
    @Nullable TickerStatus status() {
        return engine.status();
    }
}
