package dev.rampline.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A server on loopback that never responds. */
public final class UnresponsiveServer implements AutoCloseable {
  private static final int FULL_AFTER_MILLIS = 300;

  private final ServerSocket port;
  private final List<Socket> waiting = new ArrayList<>();

  /** Opens a server. */
  public UnresponsiveServer(Kind kind) {
    try {
      port = new ServerSocket(0, kind.backlog, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    if (kind == Kind.FULL) {
      fill();
    }
  }

  /** Returns the URL. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port.getLocalPort());
  }

  @Override
  public void close() {
    try {
      for (Socket socket : waiting) {
        socket.close();
      }
      port.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void fill() {
    boolean full = false;
    while (!full) {
      full = !isAccepting();
    }
  }

  private boolean isAccepting() {
    Socket socket = new Socket();
    waiting.add(socket);
    try {
      socket.connect(port.getLocalSocketAddress(), FULL_AFTER_MILLIS);
      return true;
    } catch (SocketTimeoutException full) {
      return false;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** How the server does not respond. */
  public enum Kind {
    /** It accepts connections and requests, but sends no response. */
    SILENT(100),
    /** It accepts no connection, because its backlog is full. */
    FULL(1);

    private final int backlog;

    Kind(int backlog) {
      this.backlog = backlog;
    }
  }
}
