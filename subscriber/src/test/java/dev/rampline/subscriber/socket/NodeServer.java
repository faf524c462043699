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

/** The official Socket.IO server in a process of its own, told what to do line by line. */
final class NodeServer implements AutoCloseable {
  private static final String NAMESPACE = "/ws";
  private static final String PATH = "/socket.io/";

  static {
    // A machine may have much else to do; what has to be quick says so itself.
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

  /** One on a port that another had. */
  static NodeServer start(int port) {
    return start(port, NAMESPACE, PATH, "{}");
  }

  /** One whose heartbeat, in milliseconds, is as quick as it says. */
  static NodeServer withHeartbeat(int interval, int timeout) {
    String engine = "{\"pingInterval\":%d,\"pingTimeout\":%d}".formatted(interval, timeout);
    return start(0, NAMESPACE, PATH, engine);
  }

  /** One that speaks TLS with the key and certificate in that PKCS #12 file. */
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
    } catch (IOException noNode) {
      throw new UncheckedIOException("These tests need Node", noNode);
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

  /** Tells it what to do, and returns when it has done so. */
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

  /** Accepts, refuses or ignores whoever connects from now on. */
  void setBehavior(String manner) {
    command("manner", Map.of("manner", new Json.Text(manner)));
  }

  /** Emits an event whose values are written in JSON. */
  void emit(String event, String values) {
    Json arguments = JsonReader.read(values).orElseThrow();
    command("emit", Map.of("event", new Json.Text(event), "values", arguments));
  }

  /** How often it has said so. */
  long count(String what) {
    return all(what).size();
  }

  /** What came with each time that it has said so. */
  List<Json> all(String what) {
    return received.stream()
        .filter(word -> word.get("what").orElseThrow().equals(new Json.Text(what)))
        .map(word -> List.copyOf(word.members().values()).getLast())
        .toList();
  }

  /** Sends it a signal, such as {@code STOP}. */
  void signal(String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException noKill) {
      throw new UncheckedIOException(noKill);
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
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void listen() {
    try (BufferedReader words = process.inputReader(UTF_8)) {
      words.lines().forEach(line -> received.add((Json.Obj) JsonReader.read(line).orElseThrow()));
    } catch (IOException | UncheckedIOException killed) {
      // It is gone; what it has said stays.
    }
  }
}
