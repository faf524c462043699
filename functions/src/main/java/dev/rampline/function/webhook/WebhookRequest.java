package dev.rampline.function.webhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.rampline.verification.WebhookVerifier;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request from API Gateway: a delivery, or a request that is rejected at once. */
sealed interface WebhookRequest {

  /** A request with a body to verify. */
  record Acceptable(WebhookDelivery delivery) implements WebhookRequest {}

  /** A request that is rejected before verification. */
  record Unacceptable(WebhookResponse response, String reason) implements WebhookRequest {}

  /** Reads an event of payload format 2.0 or 1.0. Format 1.0 has its method elsewhere. */
  static WebhookRequest of(@Nullable APIGatewayV2HTTPEvent event, String signatureHeader) {
    if (event == null) {
      return new Unacceptable(WebhookResponse.MALFORMED, "empty-body");
    }
    if (!isPost(event)) {
      return new Unacceptable(WebhookResponse.METHOD_NOT_ALLOWED, "method");
    }
    String text = event.getBody();
    if (text == null || text.isEmpty()) {
      return new Unacceptable(WebhookResponse.MALFORMED, "empty-body");
    }
    boolean encoded = event.getIsBase64Encoded();
    if (text.length() > (encoded ? encodedLength() : WebhookVerifier.MAX_BODY_BYTES)) {
      return new Unacceptable(WebhookResponse.TOO_LARGE, "too-large");
    }
    return (encoded ? decoded(text) : utf8(text))
        .map(body -> accept(body, new Headers(event.getHeaders()), signatureHeader))
        .orElse(new Unacceptable(WebhookResponse.MALFORMED, "undecodable-body"));
  }

  private static WebhookRequest accept(byte[] received, Headers headers, String signatureHeader) {
    if (received.length > WebhookVerifier.MAX_BODY_BYTES) {
      return new Unacceptable(WebhookResponse.TOO_LARGE, "too-large");
    }
    if (!BodyDecompressor.isGzip(received)) {
      return new Acceptable(WebhookDelivery.of(received, List.of(), headers, signatureHeader));
    }
    return BodyDecompressor.decompress(received)
        .map(
            body ->
                body.length > WebhookVerifier.MAX_BODY_BYTES
                    ? new Unacceptable(WebhookResponse.TOO_LARGE, "too-large")
                    : new Acceptable(
                        WebhookDelivery.of(body, List.of(received), headers, signatureHeader)))
        .orElse(new Unacceptable(WebhookResponse.MALFORMED, "undecodable-body"));
  }

  private static boolean isPost(APIGatewayV2HTTPEvent event) {
    return Optional.ofNullable(event.getRequestContext())
        .map(APIGatewayV2HTTPEvent.RequestContext::getHttp)
        .map(APIGatewayV2HTTPEvent.RequestContext.Http::getMethod)
        .map("POST"::equals)
        .orElse(true);
  }

  private static int encodedLength() {
    return (WebhookVerifier.MAX_BODY_BYTES + 2) / 3 * 4;
  }

  private static Optional<byte[]> decoded(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> utf8(String text) {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return Optional.of(exact);
    } catch (CharacterCodingException unpairedSurrogate) {
      return Optional.empty();
    }
  }
}
