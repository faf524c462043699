package dev.rampline.subscriber.socket;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Counts the bytes that a server sends between two messages and breaks the connection at a limit:
 * okhttp itself reads messages of any size into memory and queues a pong for any number of pings.
 * Only the thread that reads the connection may use it.
 */
final class FrameMeter extends SocketFactory {
  private final int limit;
  private long bytes;

  FrameMeter(int limit) {
    this.limit = limit;
  }

  /** Resets the count after a complete message. */
  void reset() {
    bytes = 0;
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public InputStream getInputStream() throws IOException {
        return metered(super.getInputStream());
      }
    };
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw unconnectedOnly();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw unconnectedOnly();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw unconnectedOnly();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw unconnectedOnly();
  }

  private InputStream metered(InputStream stream) {
    return new FilterInputStream(stream) {
      @Override
      public int read() throws IOException {
        count(1);
        return super.read();
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(read);
        return read;
      }
    };
  }

  private void count(int read) throws IOException {
    bytes += read;
    if (bytes > limit) {
      throw new ProtocolException("More than " + limit + " bytes without a message");
    }
  }

  private static UnsupportedOperationException unconnectedOnly() {
    return new UnsupportedOperationException("Only unconnected sockets are supported");
  }
}
