package dev.rampline.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.TraceContext;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.verification.Transport;
import dev.rampline.verification.WebhookVerifier;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuarantineDocumentTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:30:00.123Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"b\":1.50,\"a\":1e400,\"c\":[null,true,{\"d\":\"\\u00e9 \\ud83d \\u0000\"}]}",
        "{\"a\":[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]}",
      })
  void payload_isKeptAsReceived(String json) {
    Json.Obj object = (Json.Obj) JsonReader.read(json).orElseThrow();
    for (QuarantineReason reason : QuarantineReason.values()) {
      QuarantinedPayload payload =
          payload(
              new QuarantinedPayload.JsonContent(object),
              reason,
              TraceContext.create(new Random(1)));
      String document = QuarantineDocument.write(payload);
      assertThat(document).isPrintable().contains(reason.text());
      assertThat(QuarantineDocument.read(document)).contains(payload);
    }
  }

  @Test
  void content_thatIsNoObject_isKeptAsBase64() {
    byte[] content = {0, -1, 127};
    QuarantinedPayload payload =
        payload(
            new QuarantinedPayload.BinaryContent(Base64.getEncoder().encodeToString(content)),
            QuarantineReason.UNREADABLE,
            null);
    assertThat(QuarantineDocument.read(QuarantineDocument.write(payload))).contains(payload);
  }

  /** SQS allows 262,144 bytes. A character of two bytes grows most. */
  @ParameterizedTest
  @ValueSource(strings = {"a", "\"", "\u00e9", "\u20ac", "\ud83d\ude00"})
  void largestPayload_fitsIntoAMessage(String character) {
    int bytes = character.equals("\"") ? 2 : character.getBytes(StandardCharsets.UTF_8).length;
    String text = character.repeat((WebhookVerifier.MAX_BODY_BYTES - 8) / bytes);
    Json.Obj object = new Json.Obj(Map.of("a", new Json.Text(text)));
    QuarantinedPayload payload =
        payload(new QuarantinedPayload.JsonContent(object), QuarantineReason.NO_SUBJECT, null);
    assertThat(QuarantineDocument.write(payload)).hasSizeLessThan(250_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"form\":\"rampline-retry/1\"}",
        "{\"form\":\"rampline-quarantine/2\",\"reason\":\"no-subject\"}",
        "{\"form\":\"rampline-quarantine/1\",\"reason\":\"no-subject\",\"receivedAt\":\"now\","
            + "\"transport\":\"jwt\",\"key\":0,\"payload\":\"{}\"}",
        "{\"form\":\"rampline-quarantine/1\",\"reason\":\"no-subject\","
            + "\"receivedAt\":\"2026-03-01T10:30:00Z\",\"transport\":\"jwt\",\"key\":99999999999,"
            + "\"payload\":\"{}\"}",
        "{\"form\":\"rampline-quarantine/1\",\"reason\":\"no-subject\","
            + "\"receivedAt\":\"2026-03-01T10:30:00Z\",\"transport\":\"jwt\",\"key\":0,"
            + "\"payload\":\"[]\"}",
        "{\"form\":\"rampline-quarantine/1\",\"reason\":\"no-subject\","
            + "\"receivedAt\":\"2026-03-01T10:30:00Z\",\"transport\":\"jwt\",\"key\":0,"
            + "\"payload\":\"{}\",\"more\":1}",
      })
  void anotherDocument_isNotRead(String document) {
    assertThat(QuarantineDocument.read(document)).isEmpty();
  }

  private static QuarantinedPayload payload(
      QuarantinedPayload.Content content, QuarantineReason reason, @Nullable TraceContext trace) {
    return new QuarantinedPayload(content, Transport.HMAC, 3, NOW, reason, trace);
  }
}
