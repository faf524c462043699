package dev.rampline.function.webhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.json.JsonWriter;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.testkit.aws.GatewayEvents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A case of {@code events/cases.json}: authentic deliveries and what becomes of them.
 *
 * @param name the name of the file in {@code events/cases}
 * @param sent how the deliveries are sent: {@code jwt}, {@code hmac} or {@code gateway}
 * @param records the expected state of each record
 * @param quarantine the reasons of the payloads that are expected in quarantine
 */
record WebhookCase(String name, String sent, Map<String, String> records, List<String> quarantine) {

  static Stream<WebhookCase> all() {
    return object(read("cases.json")).members().entrySet().stream()
        .map(
            entry -> {
              Json.Obj expected = object(entry.getValue());
              return new WebhookCase(
                  entry.getKey(),
                  text(expected.get("sent").orElseThrow()),
                  texts(object(expected.get("records").orElseThrow())),
                  items(expected.get("quarantine").orElse(new Json.Arr(List.of()))).stream()
                      .map(WebhookCase::text)
                      .toList());
            });
  }

  Stream<APIGatewayV2HTTPEvent> events() {
    return items(read("cases/" + name + ".json")).stream().map(this::event);
  }

  private APIGatewayV2HTTPEvent event(Json delivery) {
    String json = JsonWriter.write(delivery);
    return switch (sent) {
      case "jwt" -> GatewayEvents.post(SampleToken.body(json));
      case "hmac" ->
          GatewayEvents.post(json, Map.of("x-ozzobit-signature", SampleToken.signature(json)));
      case "gateway" ->
          JacksonFactory.getInstance().getSerializer(GatewayEvent.class).fromJson(json);
      default -> throw new IllegalArgumentException(sent);
    };
  }

  /** Describes a record as the index does. */
  static String describe(LedgerRecord record) {
    List<String> terms = record.pendingChecks().unrecognized().terms();
    Instant occurredAt = record.lastChange().occurredAt();
    return record.state().text()
        + (terms.isEmpty() ? "" : ", unrecognized " + String.join(", ", terms))
        + (occurredAt == null ? "" : " at " + occurredAt);
  }

  private static Json read(String file) {
    return JsonReader.read(WebhookFixture.read(WebhookFixture.EVENTS.resolve(file))).orElseThrow();
  }

  private static Json.Obj object(Json json) {
    return (Json.Obj) json;
  }

  private static List<Json> items(Json json) {
    return ((Json.Arr) json).items();
  }

  private static String text(Json json) {
    return ((Json.Text) json).value();
  }

  private static Map<String, String> texts(Json.Obj object) {
    Map<String, String> texts = new TreeMap<>();
    object.members().forEach((name, value) -> texts.put(name, text(value)));
    return texts;
  }

  @Override
  public String toString() {
    return name;
  }
}
