package dev.rampline.benchmark.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An HTTP server with kept connections, for requests with a known length. */
final class StubServer {
  private static final int BACKLOG = 128;
  private static final String LENGTH = "content-length:";
  private static final String TARGET = "x-amz-target:";

  private final Responder responder;

  private StubServer(Responder responder) {
    this.responder = responder;
  }

  /** Answers requests. */
  interface Responder {
    Response respond(Request request) throws IOException;
  }

  /**
   * A request.
   *
   * @param target the AWS operation; empty if there is none
   */
  record Request(String path, String target, String body) {}

  /** A response with a JSON body. */
  record Response(int status, String body) {}

  /**
   * Starts a server on loopback.
   *
   * @param keyStore the file of the key store; empty for plain HTTP
   */
  static URI start(Responder responder, List<String> keyStore)
      throws IOException, GeneralSecurityException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ServerSocket socket =
        keyStore.isEmpty()
            ? new ServerSocket(0, BACKLOG, loopback)
            : tls(Path.of(keyStore.getFirst()))
                .getServerSocketFactory()
                .createServerSocket(0, BACKLOG, loopback);
    StubServer server = new StubServer(responder);
    Thread.ofPlatform().daemon().start(() -> server.acceptAll(socket));
    String scheme = keyStore.isEmpty() ? "http" : "https";
    return URI.create("%s://localhost:%d".formatted(scheme, socket.getLocalPort()));
  }

  private static SSLContext tls(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, TlsFiles.PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, TlsFiles.PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), null, null);
    return tls;
  }

  private void acceptAll(ServerSocket server) {
    while (true) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        Thread.ofPlatform().daemon().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream()) {
      for (Optional<Request> next = read(in); next.isPresent(); next = read(in)) {
        write(responder.respond(next.get()), out);
      }
    } catch (IOException broken) {
      // The client has closed the connection.
    }
  }

  /** Returns the next request; empty at the end of the connection. */
  private static Optional<Request> read(InputStream in) throws IOException {
    String[] start = line(in).split(" ", 3);
    if (start.length < 2) {
      return Optional.empty();
    }
    int length = 0;
    String target = "";
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith(LENGTH)) {
        length = Integer.parseInt(lower.substring(LENGTH.length()).strip());
      } else if (lower.startsWith(TARGET)) {
        target = header.substring(TARGET.length()).strip();
      }
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException();
    }
    return Optional.of(new Request(start[1], target, new String(body, UTF_8)));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private static void write(Response response, OutputStream out) throws IOException {
    byte[] body = response.body().getBytes(UTF_8);
    byte[] head =
        """
        HTTP/1.1 %d Stub
        Content-Type: application/x-amz-json-1.0
        Content-Length: %d

        """
            .replace("\n", "\r\n")
            .formatted(response.status(), body.length)
            .getBytes(UTF_8);
    byte[] all = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    out.write(all);
    out.flush();
  }
}
