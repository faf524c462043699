package dev.rampline.devkit.listen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;

/** The words that an inspector tells of, for as long as it does. */
public final class EventStreamClient implements AutoCloseable {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int OK = 200;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI inspector;

  /**
   * @param inspector its address
   */
  public EventStreamClient(URI inspector) {
    this.inspector = Objects.requireNonNull(inspector, "inspector");
  }

  /**
   * Listens until the listener has heard enough, or the inspector ends; returns whether it is the
   * former.
   *
   * @throws IOException if it does not answer, or not as an inspector does
   */
  public boolean listen(EventStreamListener listener) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(inspector.resolve("/api/stream?only=words"))
            .header("Accept", "text/event-stream")
            .build();
    HttpResponse<Stream<String>> answer = client.send(request, BodyHandlers.ofLines());
    try (Stream<String> lines = answer.body()) {
      if (answer.statusCode() != OK) {
        throw new IOException(inspector + " answers " + answer.statusCode());
      }
      listener.onOpen();
      return follow(lines.iterator(), listener);
    }
  }

  private static boolean follow(Iterator<String> lines, EventStreamListener listener) {
    SseParser events = new SseParser((name, data) -> dispatch(name, data, listener));
    try {
      while (!listener.isDone() && lines.hasNext()) {
        events.accept(lines.next());
      }
    } catch (UncheckedIOException ended) {
      return false;
    }
    return listener.isDone();
  }

  private static void dispatch(String name, String data, EventStreamListener listener) {
    if (!name.equals("words")) {
      return;
    }
    JsonNode batch = json(data);
    if (batch.path("dropped").asInt() > 0) {
      listener.onDropped(batch.path("dropped").asInt());
    }
    for (JsonNode word : batch.path("words")) {
      if (word instanceof ObjectNode arrived && !listener.isDone()) {
        listener.onEvent(new ReceivedEvent(arrived));
      }
    }
  }

  private static JsonNode json(String data) {
    try {
      return MAPPER.readTree(data);
    } catch (JsonProcessingException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
