package dev.rampline.subscriber.socket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * A server of Engine.IO frames over WebSocket (RFC 6455) that sends exactly the frames that a test
 * gives it: unlike the official server, it can refuse an upgrade or a subscription in any way.
 */
public final class EngineServer implements AutoCloseable {
  private static final Pattern KEY = Pattern.compile("(?i)Sec-WebSocket-Key: *(\\S+)");
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final String OPEN =
      "0{\"sid\":\"x\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000}";
  private static final int TEXT = 1;
  private static final int BINARY = 2;

  static {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
  }

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<String> received = new CopyOnWriteArrayList<>();
  private final List<Socket> clients = new CopyOnWriteArrayList<>();
  private final String namespace;
  private volatile String upgradeAnswer = "";
  private volatile String connectionAnswer = "40NS{\"sid\":\"s\"}";
  private volatile String subscriptionAnswer = "";

  /** Starts a server with a namespace, such as {@code /ws}. */
  public EngineServer(String namespace) throws IOException {
    this.namespace = namespace.equals("/") ? "" : namespace + ",";
    Thread.ofVirtual().start(this::accept);
  }

  public SocketSettings settings() {
    return new SocketSettings(
        URI.create("http://127.0.0.1:" + server.getLocalPort()),
        namespace.isEmpty() ? "/" : namespace.replace(",", ""),
        "/socket.io/",
        List.of());
  }

  int port() {
    return server.getLocalPort();
  }

  /** Answers each upgrade with this HTTP response head instead of accepting it. */
  void refuseUpgrade(String head) {
    upgradeAnswer = head;
  }

  /** Answers each request to connect to the namespace with this packet; with nothing if empty. */
  void answerConnection(String packet) {
    connectionAnswer = packet;
  }

  /** Answers each subscription with this packet; {@code NS} stands for the namespace. */
  public void answerSubscription(String packet) {
    subscriptionAnswer = packet.replace("NS", namespace);
  }

  /** Sends a packet to all clients; {@code NS} stands for the namespace. */
  public void send(String packet) throws IOException {
    for (Socket client : clients) {
      write(client, TEXT, packet.replace("NS", namespace).getBytes(UTF_8));
    }
  }

  boolean hasNoClients() {
    return clients.isEmpty();
  }

  /** Cuts the connections of all clients. */
  void cutClients() throws IOException {
    for (Socket client : clients) {
      client.close();
    }
  }

  void sendBinary(byte[] attachment) throws IOException {
    for (Socket client : clients) {
      write(client, BINARY, attachment);
    }
  }

  /** The frames that clients have sent. */
  List<String> received() {
    return received;
  }

  void awaitReceived(String frame) {
    await().until(() -> received.contains(frame));
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket client : clients) {
      client.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException closed) {
      // The test has ended.
    }
  }

  private void serve(Socket client) {
    try (client) {
      DataInputStream input = new DataInputStream(new BufferedInputStream(client.getInputStream()));
      String accepted = readRequest(input);
      if (!upgradeAnswer.isEmpty()) {
        client.getOutputStream().write((upgradeAnswer + "\r\n\r\n").getBytes(ISO_8859_1));
        return;
      }
      client.getOutputStream().write(accepted.getBytes(ISO_8859_1));
      write(client, TEXT, OPEN.getBytes(UTF_8));
      clients.add(client);
      while (true) {
        answer(client, readFrame(input));
      }
    } catch (IOException | UncheckedIOException ended) {
      clients.remove(client);
    }
  }

  private void answer(Socket client, String frame) throws IOException {
    received.add(frame);
    if (frame.startsWith("40")) {
      if (!connectionAnswer.isEmpty()) {
        write(client, TEXT, connectionAnswer.replace("NS", namespace).getBytes(UTF_8));
      }
    } else if (frame.contains("subscribe:") && !subscriptionAnswer.isEmpty()) {
      write(client, TEXT, subscriptionAnswer.getBytes(UTF_8));
    }
  }

  private static String readRequest(DataInputStream input) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) input.readUnsignedByte());
    }
    Matcher key = KEY.matcher(head);
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Accept: %s\r\n\r\n".formatted(key.find() ? accept(key.group(1)) : "");
  }

  /** Reads a masked frame of less than 64 KiB. */
  private static String readFrame(DataInputStream input) throws IOException {
    input.readUnsignedByte();
    int length = input.readUnsignedByte() & 0x7f;
    byte[] mask = new byte[4];
    int size = length == 126 ? input.readUnsignedShort() : length;
    input.readFully(mask);
    byte[] payload = input.readNBytes(size);
    for (int place = 0; place < payload.length; place++) {
      payload[place] ^= mask[place % mask.length];
    }
    return new String(payload, UTF_8);
  }

  private static void write(Socket client, int type, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(0x80 | type);
    if (payload.length < 126) {
      frame.write(payload.length);
    } else {
      frame.write(126);
      frame.write(payload.length >> Byte.SIZE);
      frame.write(payload.length);
    }
    frame.writeBytes(payload);
    synchronized (client) {
      frame.writeTo(client.getOutputStream());
    }
  }

  private static String accept(String key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(ISO_8859_1));
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("The JDK lacks SHA-1", impossible);
    }
  }
}
