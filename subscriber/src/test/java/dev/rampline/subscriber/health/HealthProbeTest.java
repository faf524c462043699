package dev.rampline.subscriber.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class HealthProbeTest {
  @Test
  void respondingSubscriber_isLive_readyOrNot() throws IOException {
    try (HealthServer server = listening()) {
      assertThat(HealthProbe.isLive(server.port())).isTrue();
    }
  }

  @Test
  void stoppedSubscriber_isNotLive() throws IOException {
    HealthServer server = listening();
    server.close();

    assertThat(HealthProbe.isLive(server.port())).isFalse();
  }

  @Test
  void otherServerAtThePort_isNotLive() throws IOException {
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.start();
    try {
      assertThat(HealthProbe.isLive(other.getAddress().getPort())).isFalse();
    } finally {
      other.stop(0);
    }
  }

  private static HealthServer listening() throws IOException {
    InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return HealthServer.start(anywhere, () -> new Readiness(false, false));
  }
}
