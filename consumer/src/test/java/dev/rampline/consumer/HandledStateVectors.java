package dev.rampline.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the vectors, and the states in them. */
final class HandledStateVectors {
  static final JsonMapper JSON = new JsonMapper();

  private HandledStateVectors() {}

  /** Returns the elements of an array in a file of vectors. */
  static Stream<JsonNode> read(String file, String member) throws IOException {
    return elements(JSON.readTree(Path.of("vectors", file).toFile()).path(member));
  }

  static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static List<String> texts(JsonNode array) {
    return elements(array).map(JsonNode::asText).toList();
  }

  static Map<String, HandledState> statesBySubject(JsonNode states) {
    Map<String, HandledState> all = new HashMap<>();
    states.properties().forEach(entry -> all.put(entry.getKey(), state(entry.getValue())));
    return all;
  }

  static HandledState state(JsonNode state) {
    return new HandledState(
        state.path("sequence").longValue(),
        state.path("state").asText(),
        conflict(state.path("conflict")),
        state.path("confirmed").booleanValue());
  }

  static @Nullable Conflict conflict(JsonNode conflict) {
    return conflict.isNull()
        ? null
        : new Conflict(
            texts(conflict.path("terminalStates")), conflict.path("resolvedState").textValue());
  }
}
