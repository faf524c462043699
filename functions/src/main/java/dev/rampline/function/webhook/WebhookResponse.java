package dev.rampline.function.webhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fixed responses of the webhook function. They contain nothing of the request. */
enum WebhookResponse {
  ACCEPTED(200, "accepted"),
  MALFORMED(400, "malformed"),
  UNAUTHENTICATED(401, "unauthenticated"),
  FORBIDDEN(403, "forbidden"),
  METHOD_NOT_ALLOWED(405, "method not allowed", "allow", "POST"),
  TOO_LARGE(413, "too large"),
  /** The provider sends the webhook again. */
  UNAVAILABLE(503, "unavailable", "retry-after", "5");

  private final int status;
  private final String outcome;
  private final @Nullable String header;
  private final @Nullable String value;

  WebhookResponse(int status, String outcome) {
    this(status, outcome, null, null);
  }

  WebhookResponse(int status, String outcome, @Nullable String header, @Nullable String value) {
    this.status = status;
    this.outcome = outcome;
    this.header = header;
    this.value = value;
  }

  int status() {
    return status;
  }

  APIGatewayV2HTTPResponse response() {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(headers())
        .withBody("{\"status\":\"%s\"}".formatted(outcome))
        .withIsBase64Encoded(false)
        .build();
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/json");
    headers.put("cache-control", "no-store");
    if (header != null && value != null) {
      headers.put(header, value);
    }
    return headers;
  }
}
