package dev.rampline.benchmark.handler;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The calls of DynamoDB and SQS that the webhook function makes, answered from memory in a process
 * of its own: nearly free of cost, so that a benchmark measures the function. It counts the calls.
 */
public final class StubAws {
  /** The path that returns the number of calls by operation as JSON. */
  static final String CALLS = "/calls";

  /** The password of the key store. */
  static final String PASSWORD = "benchmark";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, JsonNode> items = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();

  private StubAws() {}

  /**
   * Starts the server and prints its port. It ends with its standard input.
   *
   * @param arguments the key store, for TLS
   */
  public static void main(String[] arguments) throws Exception {
    StubAws stub = new StubAws();
    ServerSocket server = socket(arguments);
    Thread.ofPlatform().daemon().start(() -> stub.acceptAll(server));
    System.out.println(server.getLocalPort());
    while (System.in.read() >= 0) {
      // Waits for the end of the input: the parent process has ended.
    }
  }

  private static ServerSocket socket(String[] arguments)
      throws IOException, GeneralSecurityException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    if (arguments.length == 0) {
      return new ServerSocket(0, 128, loopback);
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(Path.of(arguments[0]))) {
      store.load(file, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), null, null);
    return tls.getServerSocketFactory().createServerSocket(0, 128, loopback);
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
      while (true) {
        Request request = Request.read(in);
        if (request == null) {
          return;
        }
        out.write(respond(request));
        out.flush();
      }
    } catch (IOException broken) {
      // The client has closed the connection.
    }
  }

  private byte[] respond(Request request) throws IOException {
    if (request.line().contains(CALLS)) {
      ObjectNode counts = JSON.createObjectNode();
      calls.forEach((operation, count) -> counts.put(operation, count.sum()));
      return response(200, JSON.writeValueAsBytes(counts));
    }
    String operation = request.target().substring(request.target().indexOf('.') + 1);
    calls.computeIfAbsent(operation, any -> new LongAdder()).increment();
    JsonNode call = JSON.readTree(request.body());
    return switch (operation) {
      case "GetItem" -> item(call);
      case "PutItem" -> put(call);
      case "SendMessageBatch" -> sent(call);
      default -> response(400, "{\"__type\":\"UnknownOperationException\"}".getBytes(UTF_8));
    };
  }

  private byte[] item(JsonNode call) throws IOException {
    JsonNode item = items.get(call.at("/Key/subject/S").asText());
    return response(
        200, item == null ? "{}".getBytes(UTF_8) : JSON.writeValueAsBytes(Map.of("Item", item)));
  }

  private byte[] put(JsonNode call) throws IOException {
    String subject = call.at("/Item/subject/S").asText();
    String expected = call.at("/ExpressionAttributeValues/:expected/N").asText();
    JsonNode[] current = new JsonNode[1];
    items.compute(
        subject,
        (key, before) -> {
          String revision = before == null ? "" : before.at("/revision/N").asText();
          if (revision.equals(expected)) {
            return call.path("Item");
          }
          current[0] = before;
          return before;
        });
    if (current[0] == null) {
      return response(200, "{}".getBytes(UTF_8));
    }
    ObjectNode failure =
        JSON.createObjectNode()
            .put("__type", "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException")
            .put("message", "The conditional request failed");
    failure.set("Item", current[0]);
    return response(400, JSON.writeValueAsBytes(failure));
  }

  private static byte[] sent(JsonNode call) throws IOException {
    ArrayNode successful = JSON.createArrayNode();
    for (JsonNode entry : call.path("Entries")) {
      successful
          .addObject()
          .put("Id", entry.path("Id").asText())
          .put("MessageId", "00000000-0000-0000-0000-000000000000")
          .put("MD5OfMessageBody", md5(entry.path("MessageBody").asText()));
    }
    return response(200, JSON.writeValueAsBytes(Map.of("Successful", successful)));
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static byte[] response(int status, byte[] body) {
    byte[] head =
        ("HTTP/1.1 %d OK\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: %d\r\n\r\n")
            .formatted(status, body.length)
            .getBytes(ISO_8859_1);
    byte[] all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  /**
   * An HTTP request.
   *
   * @param line the request line
   * @param target the AWS operation
   */
  private record Request(String line, String target, byte[] body) {
    @SuppressWarnings("NullAway") // null is the end of the connection
    static Request read(InputStream in) throws IOException {
      String line = line(in);
      if (line.isEmpty()) {
        return null;
      }
      int length = 0;
      String target = "";
      for (String header = line(in); !header.isEmpty(); header = line(in)) {
        String lower = header.toLowerCase(Locale.ROOT);
        if (lower.startsWith("content-length:")) {
          length = Integer.parseInt(lower.substring(15).strip());
        } else if (lower.startsWith("x-amz-target:")) {
          target = header.substring(13).strip();
        }
      }
      byte[] body = in.readNBytes(length);
      if (body.length < length) {
        throw new EOFException();
      }
      return new Request(line, target, body);
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
  }
}
