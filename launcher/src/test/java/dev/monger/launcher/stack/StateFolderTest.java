package dev.monger.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

    @TempDir Path folder;

    @Test
    void shouldMakeAFolderAndOpenItAgain() throws Refusal, IOException {
        StateFolder made = StateFolder.open(folder.resolve("state"));
        assertThat(made.root().resolve("version")).hasContent(StateFolder.VERSION);
        assertThat(StateFolder.open(made.root()).root()).isEqualTo(made.root());
    }

    @Test
    void shouldRefuseAnotherVersionAndLeaveItAlone() throws IOException {
        Files.writeString(folder.resolve("version"), "0\n");
        assertThatThrownBy(() -> StateFolder.open(folder))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has version 0")
                .hasMessageContaining("reads version 1");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void shouldRefuseAFolderWithSomebodysFiles() throws IOException {
        Files.writeString(folder.resolve("holiday.txt"), "sun");
        assertThatThrownBy(() -> StateFolder.open(folder))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("holds files");
    }

    @Test
    void shouldTellThatNoStackRuns() throws Refusal, IOException {
        StateFolder state = StateFolder.open(folder);
        assertThatThrownBy(() -> Addresses.read(state))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no stack runs in");
        assertThatThrownBy(() -> StateFolder.existing(folder.resolve("elsewhere")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no stack was ever started");
    }

    @Test
    void shouldKeepAddresses() throws Refusal, IOException {
        StateFolder state = StateFolder.open(folder);
        Addresses written = new Addresses("k:1", "r", "m", "p", "s", "h", 7497, "DU1", "0,0,1");
        written.write(state);
        assertThat(Addresses.read(state)).isEqualTo(written);
        assertThat(state.notes()).isEmpty();
    }
}
