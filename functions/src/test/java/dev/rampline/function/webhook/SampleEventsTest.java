package dev.rampline.function.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.tests.EventLoader;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Handles the sample events, deserialized as Lambda's runtime does. */
class SampleEventsTest {
  private final WebhookFixture fixture = new WebhookFixture();

  @ParameterizedTest
  @MethodSource
  void genuine_event_is_accepted(Path file) {
    assertThat(fixture.answer(load(file)).getStatusCode()).isEqualTo(200);
    // An item that only leads to a customer's other ids has no version and no message.
    assertThat(fixture.ledger.records())
        .filteredOn(record -> record.version() > 0)
        .hasSameSizeAs(fixture.publisher.messages());
    assertThat(fixture.line()).contains("\"events\":1");
  }

  @ParameterizedTest
  @MethodSource
  void hostile_event_is_rejected_and_not_stored(Path file, int status) {
    APIGatewayV2HTTPResponse response = fixture.answer(load(file));

    assertThat(response.getStatusCode()).isEqualTo(status);
    assertThat(fixture.ledger.records()).isEmpty();
    assertThat(fixture.publisher.messages()).isEmpty();
    assertThat(fixture.line()).contains("\"rejections\":1");
  }

  static Stream<Path> genuine_event_is_accepted() throws IOException {
    try (Stream<Path> files = Files.list(WebhookFixture.EVENTS.resolve("gateway"))) {
      return files.sorted().toList().stream();
    }
  }

  static Stream<Arguments> hostile_event_is_rejected_and_not_stored() {
    String index = WebhookFixture.read(WebhookFixture.EVENTS.resolve("hostile.json"));
    Map<String, Json> statuses = ((Json.Obj) JsonReader.read(index).orElseThrow()).members();
    return statuses.entrySet().stream()
        .map(entry -> Arguments.of(hostile(entry.getKey()), status(entry.getValue())));
  }

  private static Path hostile(String name) {
    return WebhookFixture.EVENTS.resolve("hostile").resolve(name);
  }

  private static int status(Json number) {
    return Integer.parseInt(((Json.Num) number).literal());
  }

  private static APIGatewayV2HTTPEvent load(Path file) {
    return EventLoader.loadApiGatewayHttpEvent(file.toAbsolutePath().toString());
  }
}
