package dev.rampline.deployment;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.tests.EventLoader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampline.devstack.DevKeys;
import dev.rampline.emulator.ProviderKeys;
import dev.rampline.samples.EventFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The sample events, read as Lambda's runtime does. They are signed again, because a deployed
 * function refuses the published keys.
 */
final class SampleEventFiles {
  private static final String TOKEN = "access-token-of-the-deployed-stack";
  private static final String SECRET = "webhook-secret-of-the-deployed-stack";
  private static final Path PAYLOADS = Path.of("..", "..", "events", "payloads");
  private static final Path FOLDER = Path.of("target", "deployed-events");

  static {
    try {
      EventFiles.write(FOLDER, EventFiles.generate(new ProviderKeys(TOKEN, SECRET)));
    } catch (IOException notWritten) {
      throw new UncheckedIOException(notWritten);
    }
  }

  private SampleEventFiles() {}

  /** All events that are answered 200. */
  static List<APIGatewayV2HTTPEvent> genuine() throws IOException {
    return startingWith("");
  }

  /** All events that are answered 200 and whose names start so. */
  static List<APIGatewayV2HTTPEvent> startingWith(String prefix) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve("gateway"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .sorted()
          .map(SampleEventFiles::load)
          .toList();
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
    return Files.readString(PAYLOADS.resolve(name + ".json"));
  }

  /** The keys of the signatures. */
  static DevKeys devKeys() {
    return DevKeys.withSigningKeys(List.of(TOKEN), List.of(SECRET));
  }

  /** The keys of the signatures, in the format of the secret. */
  static String keys() {
    return "{\"accessTokens\":[\"%s\"],\"webhookSecrets\":[\"%s\"]}".formatted(TOKEN, SECRET);
  }

  private static APIGatewayV2HTTPEvent load(Path file) {
    return EventLoader.loadApiGatewayHttpEvent(file.toAbsolutePath().toString());
  }
}
