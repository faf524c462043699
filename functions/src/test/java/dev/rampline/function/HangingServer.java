package dev.rampline.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;

/** A service on loopback that takes connections and never says a word. */
final class HangingServer implements AutoCloseable {
  private static final int CONNECTIONS = 100;
  private final ServerSocket socket;

  private HangingServer(ServerSocket socket) {
    this.socket = socket;
  }

  static HangingServer open() {
    try {
      // Nobody accepts: the system completes connections by itself, up to this many.
      return new HangingServer(new ServerSocket(0, CONNECTIONS, InetAddress.getLoopbackAddress()));
    } catch (IOException unopened) {
      throw new UncheckedIOException(unopened);
    }
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException unclosed) {
      throw new UncheckedIOException(unclosed);
    }
  }
}
