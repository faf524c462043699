package dev.rampline.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A port on loopback that answers whatever it is sent with plain HTTP, and so no TLS handshake. */
public final class PlainTextServer implements AutoCloseable {
  private final ServerSocket port;

  /** Opens one. */
  public PlainTextServer() {
    try {
      port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().start(this::run);
  }

  /** Its address, with the scheme that it does not speak. */
  public String httpsUrl() {
    return "https://127.0.0.1:" + port.getLocalPort();
  }

  private void run() {
    while (!port.isClosed()) {
      try (Socket client = port.accept()) {
        var _ = client.getInputStream().read(new byte[8192]);
        client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
        client.shutdownOutput();
        // Until the client ends the connection: to close it with unread bytes would reset it.
        var _ = client.getInputStream().readAllBytes();
      } catch (IOException over) {
        // The client or the test has ended.
      }
    }
  }

  @Override
  public void close() {
    try {
      port.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
