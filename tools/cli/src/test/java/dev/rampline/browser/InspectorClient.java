package dev.rampline.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A client of the inspector that follows the stream, reads timelines and sends events. */
final class InspectorClient implements AutoCloseable {
  private static final JsonMapper MAPPER = new JsonMapper();

  final List<String> events = new CopyOnWriteArrayList<>();
  final Map<String, JsonNode> subjects = new ConcurrentHashMap<>();
  final List<JsonNode> timelineEntries = new CopyOnWriteArrayList<>();
  volatile JsonNode channels = MAPPER.missingNode();
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI inspector;

  InspectorClient(URI inspector, String query) {
    this.inspector = inspector;
    HttpRequest request = HttpRequest.newBuilder(inspector.resolve("/api/stream" + query)).build();
    var _ =
        client
            .sendAsync(request, BodyHandlers.ofLines())
            .thenAcceptAsync(answer -> follow(answer.body()));
  }

  private void follow(Stream<String> lines) {
    try (lines) {
      lines.forEach(this::handle);
    } catch (UncheckedIOException ended) {
      // The test has ended too.
    }
  }

  private void handle(String line) {
    if (line.startsWith("event: ")) {
      events.add(line.substring(7));
    } else if (line.startsWith("data: ")) {
      handle(events.getLast(), json(line.substring(6)));
    }
  }

  private void handle(String event, JsonNode data) {
    switch (event) {
      case "subjects" -> data.forEach(each -> subjects.put(each.path("subject").asText(), each));
      case "events" -> data.path("events").forEach(timelineEntries::add);
      case "channels" -> channels = data;
      default -> {}
    }
  }

  boolean isReady() {
    return events.contains("ready");
  }

  /** Returns the decisions on the events of a subject. */
  List<String> decisions(String subject) {
    return timelineEntries.stream()
        .filter(event -> event.path("subject").asText().equals(subject))
        .map(event -> event.path("decision").asText())
        .toList();
  }

  JsonNode timeline(String subject) throws IOException, InterruptedException {
    String name = URLEncoder.encode(subject, StandardCharsets.UTF_8);
    return json(send(request("/api/timeline?subject=" + name).build()).body());
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  JsonNode requestSend(String request) throws IOException, InterruptedException {
    return json(post("/api/send", request).body());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(inspector.resolve(path));
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
