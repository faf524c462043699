package dev.rampline.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;

/** A server on loopback that accepts connections and never responds. */
final class HangingServer implements AutoCloseable {
  private static final int CONNECTIONS = 100;
  private final ServerSocket socket;

  private HangingServer(ServerSocket socket) {
    this.socket = socket;
  }

  static HangingServer open() {
    try {
      // The server never accepts; the operating system completes this many connections by itself.
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
