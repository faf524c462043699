package dev.rampline.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http;
import dev.rampline.verification.Transport;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An API Gateway event that the script describes: with or without a body, context, method and
 * headers; its body as text or base64.
 *
 * @param event the handler's input
 * @param webhook the webhook in the event
 */
record FuzzGatewayEvent(APIGatewayV2HTTPEvent event, FuzzWebhook webhook) {
  static FuzzGatewayEvent of(FuzzInput script) {
    FuzzWebhook sent = FuzzWebhook.of(script);
    APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
    event.setBody(script.hasLine("no body") ? null : body(script, sent));
    event.setIsBase64Encoded(script.hasLine("base64") || script.hasLine("called base64"));
    event.setHeaders(script.hasLine("no headers") ? null : headers(script, sent));
    event.setRequestContext(script.hasLine("no context") ? null : context(script));
    return new FuzzGatewayEvent(event, sent);
  }

  /** Whether a provider key protects any part of it. */
  boolean isAuthentic() {
    byte[] bytes = bytes();
    String signature =
        Stream.ofNullable(event.getHeaders())
            .flatMap(FuzzGatewayEvent::signatures)
            .findFirst()
            .orElse(null);
    ReferenceVerifier credibility = new ReferenceVerifier(new FuzzWebhook(bytes, signature, false));
    return Stream.of(Transport.values())
        .anyMatch(
            transport ->
                IntStream.range(0, FuzzWebhook.TOKENS.size())
                    .anyMatch(key -> credibility.protectedContent(transport, key).isPresent()));
  }

  private byte[] bytes() {
    String body = Objects.requireNonNullElse(event.getBody(), "");
    try {
      return event.getIsBase64Encoded() ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  private static Stream<String> signatures(Map<String, String> headers) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("x-ozzobit-signature"))
        .map(Map.Entry::getValue);
  }

  private static String body(FuzzInput script, FuzzWebhook sent) {
    return script.hasLine("base64")
        ? Base64.getEncoder().encodeToString(sent.body())
        : new String(sent.body(), UTF_8);
  }

  private static Map<String, String> headers(FuzzInput script, FuzzWebhook sent) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String header : script.all("field")) {
      String[] parts = header.split(":", 2);
      headers.put(parts[0], parts.length == 2 ? parts[1] : null);
    }
    if (sent.signature() != null) {
      headers.put("x-OZZOBiT-signature", sent.signature());
    }
    return headers;
  }

  private static RequestContext context(FuzzInput script) {
    RequestContext context = new RequestContext();
    if (!script.hasLine("format 1.0")) {
      Http http = new Http();
      http.setMethod(script.hasLine("no method") ? null : script.find("method").orElse("POST"));
      context.setHttp(http);
    }
    return context;
  }
}
