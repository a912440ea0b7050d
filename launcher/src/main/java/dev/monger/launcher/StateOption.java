package dev.monger.launcher;

import dev.monger.launcher.stack.Addresses;
import dev.monger.launcher.stack.FleetClient;
import dev.monger.launcher.stack.Refusal;
import dev.monger.launcher.stack.StateFolder;
import dev.monger.launcher.topic.RecordDecoder;
import dev.monger.launcher.topic.RegistryClient;
import dev.monger.launcher.topic.TopicAccess;
import dev.monger.launcher.topic.TopicRecords;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Finds the running stack by its state folder. */
final class StateOption {

    @Option(
            names = "--state",
            paramLabel = "FOLDER",
            description = "the state folder of the stack (${DEFAULT-VALUE})")
    private Path folder = Path.of(".monger");

    Addresses addresses() throws Refusal, IOException {
        return Addresses.read(StateFolder.existing(folder));
    }

    FleetClient fleet() throws Refusal, IOException {
        StateFolder state = StateFolder.existing(folder);
        return new FleetClient(Addresses.read(state).manager(), state.token());
    }

    TopicAccess topics() throws Refusal, IOException {
        return new TopicAccess(addresses().kafka());
    }

    RecordDecoder decoder() throws Refusal, IOException {
        return new RecordDecoder(new RegistryClient(addresses().registry()));
    }

    TopicRecords records() throws Refusal, IOException {
        return new TopicRecords(topics(), decoder());
    }

    Path folder() {
        return folder;
    }
}
