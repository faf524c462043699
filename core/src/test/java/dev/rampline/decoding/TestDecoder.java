package dev.rampline.decoding;

import static java.util.stream.Collectors.joining;

import dev.rampline.event.EventMetadata;
import dev.rampline.event.StatusReport;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decodes payloads that tests write as JSON text. */
final class TestDecoder {
  static final Instant RECEIVED_AT = Instant.parse("2024-06-01T12:00:00Z");
  static final EventMetadata METADATA = EventMetadata.ofWebhook(RECEIVED_AT, null);

  private TestDecoder() {}

  static DecodingResult decoding(String payload, String... extraFields) {
    Json.Obj root = (Json.Obj) JsonReader.read(payload).orElseThrow();
    return new WebhookDecoder(Set.of(extraFields)).decode(root, METADATA);
  }

  static DecodingResult.WithEvent result(String payload, String... extraFields) {
    return (DecodingResult.WithEvent) decoding(payload, extraFields);
  }

  static VerifiedEvent event(String payload, String... extraFields) {
    return result(payload, extraFields).event();
  }

  static Map<String, String> values(String payload, String... extraFields) {
    return event(payload, extraFields).fields().values();
  }

  /** Returns an order with additional members in its body. */
  static String order(String... members) {
    return "{\"data\":{\"id\":\"o-1\"%s}}".formatted(further(members));
  }

  /** Returns a customer's KYC with additional members in its body. */
  static String kyc(String... members) {
    return "{\"data\":{\"partnerCustomerId\":\"c-1\"%s}}".formatted(further(members));
  }

  private static String further(String... members) {
    return Arrays.stream(members).map(member -> "," + member).collect(joining());
  }

  /** Decodes an order with that event name and status; null becomes a JSON null. */
  static StatusReport orderReport(@Nullable String event, @Nullable String status) {
    String name = event == null ? "null" : "\"" + event + "\"";
    String body = status == null ? "null" : "\"" + status + "\"";
    return event("{\"eventName\":%s,\"data\":{\"id\":\"o-1\",\"status\":%s}}".formatted(name, body))
        .status();
  }
}
