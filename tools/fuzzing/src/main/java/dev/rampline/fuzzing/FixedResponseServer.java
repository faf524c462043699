package dev.rampline.fuzzing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers every HTTP request on loopback with the same bytes and closes the connection. */
final class FixedResponseServer {
  private static final Pattern LENGTH =
      Pattern.compile("(?i)\r\nContent-Length: *([0-9]{1,6})\r\n");

  private final ServerSocket server;
  private volatile byte[] answer = {};

  private FixedResponseServer(ServerSocket server) {
    this.server = server;
  }

  /** The server stops with this process. */
  static FixedResponseServer start() {
    try {
      ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      FixedResponseServer server = new FixedResponseServer(socket);
      Thread.ofPlatform().daemon().name("answering-server").start(server::serve);
      return server;
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** Sets the bytes of all further responses. */
  void answer(byte[] bytes) {
    answer = bytes;
  }

  private void serve() {
    while (!server.isClosed()) {
      serveOne();
    }
  }

  private void serveOne() {
    try (Socket client = server.accept()) {
      // If unread data remains, closing the socket discards the response.
      readRequest(client.getInputStream());
      client.getOutputStream().write(answer);
    } catch (IOException hungUp) {
      // The client may close early; the server accepts the next connection.
    }
  }

  private static void readRequest(InputStream input) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    String head = "";
    while (!head.endsWith("\r\n\r\n")) {
      int next = input.read();
      if (next < 0) {
        return;
      }
      read.write(next);
      head = next == '\n' ? read.toString(ISO_8859_1) : "";
    }
    Matcher length = LENGTH.matcher(head);
    input.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
  }
}
