package dev.rampline.listen;

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

/** Reads the event stream of an inspector. */
public final class EventStreamClient implements AutoCloseable {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int OK = 200;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI inspector;

  /**
   * @param inspector the URL of the inspector
   */
  public EventStreamClient(URI inspector) {
    this.inspector = Objects.requireNonNull(inspector, "inspector");
  }

  /**
   * Reads events until the listener is done or the stream ends; returns whether the listener is
   * done.
   *
   * @throws IOException if the inspector does not respond, or with an unexpected status
   */
  public boolean listen(EventStreamListener listener) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(inspector.resolve("/api/stream?only=events"))
            .header("Accept", "text/event-stream")
            .build();
    HttpResponse<Stream<String>> answer = client.send(request, BodyHandlers.ofLines());
    try (Stream<String> lines = answer.body()) {
      if (answer.statusCode() != OK) {
        throw new IOException(inspector + " responds with " + answer.statusCode());
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
    if (!name.equals("events")) {
      return;
    }
    JsonNode batch = json(data);
    if (batch.path("dropped").asInt() > 0) {
      listener.onDropped(batch.path("dropped").asInt());
    }
    for (JsonNode event : batch.path("events")) {
      if (event instanceof ObjectNode arrived && !listener.isDone()) {
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
