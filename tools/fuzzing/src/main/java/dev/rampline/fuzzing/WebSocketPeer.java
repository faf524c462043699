package dev.rampline.fuzzing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server side of one WebSocket connection at the level of HTTP and WebSocket bytes (RFC 6455).
 */
final class WebSocketPeer implements AutoCloseable {
  static final int TEXT = 1;
  static final int BINARY = 2;

  private static final int TIMEOUT_MILLIS = 10_000;
  private static final int LAST_FRAME = 0x80;
  private static final int SHORT = 126;
  private static final int LONG = 127;
  private static final Pattern KEY = Pattern.compile("(?i)Sec-WebSocket-Key: *(\\S+)");
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final Socket socket;
  private final InputStream input;

  WebSocketPeer(Socket socket) throws IOException {
    this.socket = socket;
    this.input = new BufferedInputStream(socket.getInputStream());
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
  }

  /** Reads the upgrade request and returns the response that accepts it. */
  byte[] awaitRequest() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) readByte());
    }
    Matcher key = KEY.matcher(head);
    String accept = key.find() ? accept(key.group(1)) : "";
    return ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + accept
            + "\r\n\r\n")
        .getBytes(ISO_8859_1);
  }

  void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  void send(int kind, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 10).put((byte) (LAST_FRAME | kind));
    if (payload.length < SHORT) {
      frame.put((byte) payload.length);
    } else if (payload.length < 1 << Short.SIZE) {
      frame.put((byte) SHORT).putShort((short) payload.length);
    } else {
      frame.put((byte) LONG).putLong(payload.length);
    }
    frame.put(payload).flip();
    write(ByteBuffer.allocate(frame.remaining()).put(frame).array());
  }

  void send(String text) throws IOException {
    send(TEXT, text.getBytes(UTF_8));
  }

  /** Reads frames until a text frame starts with that prefix. */
  void await(String beginning) throws IOException {
    String text;
    do {
      text = receive();
    } while (!text.startsWith(beginning));
  }

  /** Sends nothing more and reads until the client disconnects. */
  void awaitEnd() throws IOException {
    socket.shutdownOutput();
    input.transferTo(OutputStream.nullOutputStream());
  }

  private String receive() throws IOException {
    readByte();
    int length = readByte() & 0x7f;
    if (length == SHORT) {
      length = readByte() << Byte.SIZE | readByte();
    } else if (length == LONG) {
      throw new IOException("The client sent nothing before the timeout");
    }
    byte[] mask = input.readNBytes(4);
    byte[] payload = input.readNBytes(length);
    for (int place = 0; place < payload.length; place++) {
      payload[place] ^= mask[place % mask.length];
    }
    return new String(payload, UTF_8);
  }

  private int readByte() throws IOException {
    int next = input.read();
    if (next < 0) {
      throw new EOFException("The client disconnected");
    }
    return next;
  }

  private static String accept(String key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(ISO_8859_1));
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("The JDK lacks SHA-1", impossible);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
