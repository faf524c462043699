package dev.rampline.emulator.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The official Node client in its own process, with the events that it received. */
final class NodeSocketClient implements AutoCloseable {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Process process;
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();

  private NodeSocketClient(Process process) {
    this.process = process;
    Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(this::note));
  }

  static NodeSocketClient connect(URI url, String options, String... subscriptions) {
    List<String> command = new ArrayList<>(List.of("node", "listen.js", url.toString(), options));
    command.addAll(List.of(subscriptions));
    Path folder = Path.of(System.getProperty("rampline.node", "target/node"));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    try {
      return new NodeSocketClient(builder.redirectError(Redirect.INHERIT).start());
    } catch (IOException noNode) {
      throw new UncheckedIOException(noNode);
    }
  }

  private void note(String line) {
    try {
      events.add(MAPPER.readTree(line));
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  /** All values under that name in order. */
  List<JsonNode> all(String name) {
    return events.stream().filter(it -> it.has(name)).map(it -> it.path(name)).toList();
  }

  List<String> texts(String name) {
    return all(name).stream().map(JsonNode::asText).toList();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
