package dev.monger.portfolio;

import dev.monger.shell.process.ServiceMain;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The way into the account's guard. */
@QuarkusMain
public final class PortfolioMain {

    private PortfolioMain() {}

    /** Runs until it is told to end. */
    public static void main(String... arguments) {
        ServiceMain.run("portfolio", PortfolioEnvironment::from, arguments);
    }
}
