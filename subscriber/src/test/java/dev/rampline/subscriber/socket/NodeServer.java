package dev.rampline.subscriber.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.json.JsonWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/**
 * The official Socket.IO server in a process of its own, controlled by commands on its standard
 * input.
 */
final class NodeServer implements AutoCloseable {
  private static final String NAMESPACE = "/ws";
  private static final String PATH = "/socket.io/";

  static {
    // Machines may be slow; tests that need a shorter timeout set it themselves.
    Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
  }

  private final Process process;
  private final Writer commands;
  private final List<Json.Obj> received = new CopyOnWriteArrayList<>();
  private final int port;

  private NodeServer(Process process) {
    this.process = process;
    this.commands = process.outputWriter(UTF_8);
    Thread.ofVirtual().start(this::listen);
    await().until(() -> count("listening") == 1);
    this.port = Integer.parseInt(((Json.Num) all("listening").getFirst()).literal());
  }

  static NodeServer start() {
    return start(0);
  }

  /** Starts a server on a given port. */
  static NodeServer start(int port) {
    return start(port, NAMESPACE, PATH, "{}");
  }

  /** Starts a server with a heartbeat in milliseconds. */
  static NodeServer withHeartbeat(int interval, int timeout) {
    String engine = "{\"pingInterval\":%d,\"pingTimeout\":%d}".formatted(interval, timeout);
    return start(0, NAMESPACE, PATH, engine);
  }

  /** Starts a TLS server with the key and certificate in a PKCS #12 file. */
  static NodeServer secure(Path keys, String password) {
    String tls = "{\"pfx\":\"%s\",\"passphrase\":\"%s\"}".formatted(keys, password);
    return start(0, NAMESPACE, PATH, "{},\"tls\":" + tls);
  }

  static NodeServer start(int port, String namespace, String path, String engine) {
    String options =
        "{\"port\":%d,\"namespace\":\"%s\",\"path\":\"%s\",\"engine\":%s}"
            .formatted(port, namespace, path, engine);
    ProcessBuilder node =
        new ProcessBuilder("node", "serve.js", options)
            .directory(Path.of(System.getProperty("rampline.node")).toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      return new NodeServer(node.start());
    } catch (IOException missing) {
      throw new UncheckedIOException(
          "Cannot start node. Install Node.js to run these tests.", missing);
    }
  }

  int port() {
    return port;
  }

  URI uri() {
    return URI.create("ws://127.0.0.1:" + port);
  }

  SocketSettings settings() {
    return new SocketSettings(uri(), NAMESPACE, PATH, List.of());
  }

  /** Sends a command and waits until the server has executed it. */
  void command(String command, Map<String, Json> parameters) {
    Map<String, Json> members = new LinkedHashMap<>(parameters);
    members.put("do", new Json.Text(command));
    long before = done(command);
    write(JsonWriter.write(new Json.Obj(members)));
    await().until(() -> done(command) > before);
  }

  void command(String command) {
    command(command, Map.of());
  }

  void raw(String text) {
    command("raw", Map.of("text", new Json.Text(text)));
  }

  /**
   * Sets what the server does with new connections: {@code accept}, {@code refuse} or {@code
   * ignore}.
   */
  void setBehavior(String behavior) {
    command("behavior", Map.of("behavior", new Json.Text(behavior)));
  }

  /** Emits an event with values in JSON. */
  void emit(String event, String values) {
    Json arguments = JsonReader.read(values).orElseThrow();
    command("emit", Map.of("event", new Json.Text(event), "values", arguments));
  }

  /** The number of messages of a kind that the server has written. */
  long count(String what) {
    return all(what).size();
  }

  /** The values of the messages of a kind. */
  List<Json> all(String what) {
    return received.stream()
        .filter(message -> message.get("what").orElseThrow().equals(new Json.Text(what)))
        .map(message -> List.copyOf(message.members().values()).getLast())
        .toList();
  }

  /** Sends the process a signal, such as {@code STOP}. */
  void signal(String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    await().until(() -> !process.isAlive());
  }

  private long done(String command) {
    return all("done").stream().filter(new Json.Text(command)::equals).count();
  }

  private void write(String line) {
    try {
      commands.write(line + "\n");
      commands.flush();
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader(UTF_8)) {
      reader.lines().forEach(line -> received.add((Json.Obj) JsonReader.read(line).orElseThrow()));
    } catch (IOException | UncheckedIOException killed) {
      // The process has ended; its messages are kept.
    }
  }
}
