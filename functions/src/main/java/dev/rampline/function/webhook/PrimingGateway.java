package dev.rampline.function.webhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.OutputStream;

/** Delivers priming webhooks to a handler, converting from and to JSON as Lambda does. */
final class PrimingGateway {
  private final PojoSerializer<GatewayEvent> events =
      JacksonFactory.getInstance().getSerializer(GatewayEvent.class);
  private final PojoSerializer<APIGatewayV2HTTPResponse> responses =
      JacksonFactory.getInstance().getSerializer(APIGatewayV2HTTPResponse.class);
  private final WebhookHandler handler;

  PrimingGateway(WebhookHandler handler) {
    this.handler = handler;
  }

  /** Delivers a token and returns the status code of the response. */
  int deliver(String token) {
    APIGatewayV2HTTPResponse response = handler.handle(events.fromJson(event(token)), null);
    responses.toJson(response, OutputStream.nullOutputStream());
    return response.getStatusCode();
  }

  private static String event(String token) {
    return """
    {"version": "2.0", "routeKey": "POST /webhooks/ozzobit", "rawPath": "/webhooks/ozzobit",
     "headers": {"content-type": "application/json"},
     "requestContext": {"http": {"method": "POST", "path": "/webhooks/ozzobit"}},
     "body": "{\\"data\\": \\"%s\\"}", "isBase64Encoded": false}
    """
        .formatted(token);
  }
}
