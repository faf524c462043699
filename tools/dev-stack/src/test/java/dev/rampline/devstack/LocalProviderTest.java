package dev.rampline.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.embedded.PortInUseException;
import dev.rampline.emulator.ApiFaultInjector;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class LocalProviderTest {
  @Test
  void start_whileTheApiPortIsInUse_reportsThePort() throws IOException {
    expectPortInUse(port -> new Ports(0, 0, port, 0, 0, 0, 0));
  }

  @Test
  void start_whileTheSocketPortIsInUse_reportsThePort() throws IOException {
    expectPortInUse(port -> new Ports(0, 0, 0, port, 0, 0, 0));
  }

  private static void expectPortInUse(IntFunction<Ports> ports) throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      assertThatThrownBy(
              () -> LocalProvider.start(ports.apply(port), DevKeys.random(), ApiFaultInjector.NONE))
          .isInstanceOfSatisfying(
              PortInUseException.class, failure -> assertThat(failure.port()).isEqualTo(port));
    }
  }
}
