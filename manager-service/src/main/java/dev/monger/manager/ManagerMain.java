package dev.monger.manager;

import dev.monger.shell.process.ServiceMain;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The way into the manager. */
@QuarkusMain
public final class ManagerMain {

    private ManagerMain() {}

    /** Runs until it is told to end. */
    public static void main(String... arguments) {
        ServiceMain.run("manager", ManagerEnvironment::from, arguments);
    }
}
