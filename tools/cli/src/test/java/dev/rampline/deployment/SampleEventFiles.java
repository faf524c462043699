package dev.rampline.deployment;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.tests.EventLoader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the files of {@code events/} as Lambda's runtime does. */
final class SampleEventFiles {
  private static final Path FOLDER = Path.of("..", "..", "events");

  private SampleEventFiles() {}

  /** All events that are answered 200. */
  static List<APIGatewayV2HTTPEvent> genuine() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve("gateway"))) {
      return files.sorted().map(SampleEventFiles::load).toList();
    }
  }

  /** One event that is answered 200. */
  static APIGatewayV2HTTPEvent genuine(String name) {
    return load(FOLDER.resolve("gateway").resolve(name + ".jwt.json"));
  }

  /** The names of the hostile events, with the expected statuses. */
  static Map<String, Integer> hostile() throws IOException {
    Map<String, Integer> statuses = new TreeMap<>();
    new JsonMapper()
        .readTree(FOLDER.resolve("hostile.json").toFile())
        .forEachEntry((name, status) -> statuses.put(name, status.intValue()));
    return statuses;
  }

  static APIGatewayV2HTTPEvent hostile(String name) {
    return load(FOLDER.resolve("hostile").resolve(name));
  }

  static String payload(String name) throws IOException {
    return Files.readString(FOLDER.resolve("payloads").resolve(name + ".json"));
  }

  /** The keys of the signatures. */
  static String keys() throws IOException {
    return Files.readString(FOLDER.resolve("keys.json"));
  }

  private static APIGatewayV2HTTPEvent load(Path file) {
    return EventLoader.loadApiGatewayHttpEvent(file.toAbsolutePath().toString());
  }
}
