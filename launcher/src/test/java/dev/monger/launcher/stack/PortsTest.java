package dev.monger.launcher.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortsTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldNameEveryUsedPortAndItsOwner() throws IOException {
        try (ServerSocket one = listening();
                ServerSocket two = listening()) {
            Ports free = Ports.free();
            Ports ports =
                    new Ports(
                            one.getLocalPort(),
                            free.registry(),
                            two.getLocalPort(),
                            free.portfolio(),
                            free.tws(),
                            free.control());
            String ours = "process " + ProcessHandle.current().pid();
            assertThatThrownBy(() -> ports.check(true))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(
                            "port " + one.getLocalPort() + " of the broker is held by " + ours)
                    .hasMessageContaining(
                            "port " + two.getLocalPort() + " of the manager is held by " + ours);
        }
    }

    @Test
    void shouldNotMindTheSimulatorsPortsWithoutASimulator() throws IOException {
        try (ServerSocket used = listening()) {
            Ports free = Ports.free();
            Ports ports =
                    new Ports(
                            free.kafka(),
                            free.registry(),
                            free.manager(),
                            free.portfolio(),
                            used.getLocalPort(),
                            free.control());
            assertThatCode(() -> ports.check(false)).doesNotThrowAnyException();
            assertThatThrownBy(() -> ports.check(true)).isInstanceOf(Refusal.class);
        }
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
