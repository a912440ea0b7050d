package dev.monger.service;

import dev.monger.shell.process.ServiceMain;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The way into a monger. */
@QuarkusMain
public final class MongerMain {

    private MongerMain() {}

    /** Runs until it is told to end. */
    public static void main(String... arguments) {
        ServiceMain.run("monger", MongerEnvironment::from, arguments);
    }
}
