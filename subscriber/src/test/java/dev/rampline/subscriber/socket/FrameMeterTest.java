package dev.rampline.subscriber.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameMeterTest {
  private static final int LIMIT = 8;

  private final FrameMeter meter = new FrameMeter(LIMIT);
  private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final Socket client = meter.createSocket();
  private final Socket peer;
  private final InputStream received;

  FrameMeterTest() throws IOException {
    client.connect(server.getLocalSocketAddress());
    peer = server.accept();
    received = client.getInputStream();
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    peer.close();
    server.close();
  }

  @Test
  void limit_mayBeReached() throws IOException {
    send(LIMIT);

    assertThat(received.readNBytes(LIMIT)).hasSize(LIMIT);
  }

  @Test
  void moreThanTheLimit_breaksTheConnection() throws IOException {
    send(LIMIT + 1);

    assertThatThrownBy(() -> received.readNBytes(LIMIT + 1))
        .isInstanceOf(ProtocolException.class)
        .hasMessage("More than 8 bytes without a message");
  }

  @Test
  void singleBytes_count() throws IOException {
    send(LIMIT + 1);

    for (int at = 0; at < LIMIT; at++) {
      assertThat(received.read()).isEqualTo('a');
    }
    assertThatThrownBy(received::read).isInstanceOf(ProtocolException.class);
  }

  @Test
  void everyMessage_startsAnew() throws IOException {
    send(2 * LIMIT);

    assertThat(received.readNBytes(LIMIT)).hasSize(LIMIT);
    meter.reset();
    assertThat(received.readNBytes(LIMIT)).hasSize(LIMIT);
  }

  @Test
  void connectedSockets_areNotMade() {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    int port = server.getLocalPort();

    assertThatThrownBy(() -> meter.createSocket(loopback, port))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> meter.createSocket("127.0.0.1", port))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> meter.createSocket(loopback, port, loopback, 0))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> meter.createSocket("127.0.0.1", port, loopback, 0))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private void send(int bytes) throws IOException {
    peer.getOutputStream().write("a".repeat(bytes).getBytes(US_ASCII));
  }
}
