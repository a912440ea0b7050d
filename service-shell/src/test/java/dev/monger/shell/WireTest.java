package dev.monger.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.schemas.FleetCommand;
import dev.monger.schemas.Topic;
import dev.monger.schemas.Topics;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireTest {

    @TempDir private Path folder;
    private SmallRegistry registry;
    private Wire wire;

    @BeforeEach
    void startRegistry() throws Exception {
        registry = SmallRegistry.start();
        wire = new Wire(new SchemaIds(registry.url(), folder));
    }

    @AfterEach
    void stopRegistry() {
        registry.close();
    }

    @Test
    void shouldReadWhatItWrote() {
        // Given
        FleetCommand command = EchoEngine.command("c1", "why");

        // When
        byte[] bytes = wire.encode(Topics.COMMANDS.name(), command);

        // Then
        assertThat(ByteBuffer.wrap(bytes).getInt(1)).isEqualTo(registry.idOf(command.getSchema()));
        assertThat(wire.decode(Topics.COMMANDS.name(), bytes))
                .isEqualTo(new Wire.Decoded.Value(command));
    }

    @Test
    void shouldWorkByWhatIsKeptOnDiskWhileTheRegistryIsAway() throws Exception {
        // Given
        FleetCommand command = EchoEngine.command("c1", "why");
        byte[] bytes = wire.encode(Topics.COMMANDS.name(), command);
        wire.decode(Topics.COMMANDS.name(), bytes);
        registry.close();

        // When
        Wire later = new Wire(new SchemaIds(registry.url(), folder));

        // Then
        assertThat(later.encode(Topics.COMMANDS.name(), command)).isEqualTo(bytes);
        assertThat(later.decode(Topics.COMMANDS.name(), bytes))
                .isEqualTo(new Wire.Decoded.Value(command));
    }

    @Test
    void shouldSayOfAnyBytesWhetherTheyAreARecord() {
        // Given
        SplittableRandom random = new SplittableRandom(7);
        byte[] good = wire.encode(Topics.COMMANDS.name(), EchoEngine.command("c1", "why"));
        int unreadable = 0;

        // When
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = Arrays.copyOf(good, 6 + random.nextInt(good.length));
            Topic topic = Topics.all().get(random.nextInt(Topics.all().size()));
            ByteBuffer.wrap(bytes).putInt(1, registry.idOf(topic.valueSchema()));
            for (int change = 0; change < 3; change++) {
                bytes[5 + random.nextInt(bytes.length - 5)] = (byte) random.nextInt();
            }
            if (wire.decode(topic.name(), bytes) instanceof Wire.Decoded.Unreadable) {
                unreadable++;
            }
        }

        // Then
        assertThat(unreadable).isPositive();
    }
}
