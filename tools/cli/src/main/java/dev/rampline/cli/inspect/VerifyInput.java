package dev.rampline.cli.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.verification.Keys;
import dev.rampline.verification.Verification;
import dev.rampline.verification.WebhookVerifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What the command verifies: a body, or the body and the signature header of a captured event of
 * API Gateway.
 */
final class VerifyInput {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final byte[] body;
  private final List<byte[]> compressed;
  private final @Nullable String signature;

  private VerifyInput(byte[] body, List<byte[]> compressed, @Nullable String signature) {
    this.body = body;
    this.compressed = compressed;
    this.signature = signature;
  }

  /**
   * Parses an event of API Gateway; other bytes are the body.
   *
   * @param signature the signature header that the user gave; null for the event's
   */
  static VerifyInput of(byte[] bytes, String signatureHeader, @Nullable String signature) {
    JsonNode event = json(bytes);
    if (!event.path("requestContext").isObject()) {
      return ofBody(bytes, signature);
    }
    return ofBody(body(event), signature == null ? header(event, signatureHeader) : signature);
  }

  /** Returns how the receiver verifies the input. */
  Verification verify(WebhookVerifier verifier, Keys keys) {
    return verifier.verify(body, compressed, signature, keys);
  }

  /** Returns the input without the line break at its end; null if it has none. */
  @Nullable VerifyInput withoutLineBreak() {
    int end = body.length;
    if (end == 0 || body[end - 1] != '\n') {
      return null;
    }
    int shorter = end > 1 && body[end - 2] == '\r' ? end - 2 : end - 1;
    return new VerifyInput(Arrays.copyOf(body, shorter), compressed, signature);
  }

  private static VerifyInput ofBody(byte[] body, @Nullable String signature) {
    boolean isGzip = body.length > 1 && body[0] == 0x1f && body[1] == (byte) 0x8b;
    return isGzip
        ? new VerifyInput(decompressed(body), List.of(body), signature)
        : new VerifyInput(body, List.of(), signature);
  }

  private static byte[] decompressed(byte[] body) {
    try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return content.readNBytes(WebhookVerifier.MAX_BODY_BYTES + 1);
    } catch (IOException invalid) {
      throw new CommandFailure("The gzip body is not complete.", invalid);
    }
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return MAPPER.readTree(bytes);
    } catch (IOException notJson) {
      return MAPPER.missingNode();
    }
  }

  private static byte[] body(JsonNode event) {
    String text = event.path("body").asText("");
    try {
      return event.path("isBase64Encoded").asBoolean()
          ? Base64.getDecoder().decode(text)
          : text.getBytes(UTF_8);
    } catch (IllegalArgumentException notBase64) {
      throw new CommandFailure("The body of the event is not base64.", notBase64);
    }
  }

  private static @Nullable String header(JsonNode event, String name) {
    String values =
        Stream.of("headers", "multiValueHeaders")
            .map(
                member ->
                    event.path(member).properties().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .flatMap(it -> it.isArray() ? it.valueStream() : Stream.of(it))
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(",")))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    return values.isEmpty() ? null : values;
  }
}
