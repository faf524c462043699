package dev.rampline.devstack.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Returns API Gateway's own responses, and invokes the function for all other requests. */
final class ApiGatewayHandler extends Handler.Abstract {
  /** API Gateway's body limit; it rejects larger bodies with this status. */
  private static final int MAX_BODY_BYTES = 10_000_000;

  private static final Map<String, String> JSON = Map.of("content-type", "application/json");

  private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function;

  ApiGatewayHandler(RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function) {
    this.function = Objects.requireNonNull(function, "function");
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    APIGatewayV2HTTPResponse answer = answer(request);
    response.setStatus(answer.getStatusCode());
    answer.getHeaders().forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(answer.getBody().getBytes(UTF_8)), callback);
    return true;
  }

  private APIGatewayV2HTTPResponse answer(Request request) throws IOException {
    if (!Request.getPathInContext(request).equals(LocalWebhookServer.PATH)) {
      return gatewayError(404, "Not Found");
    }
    byte[] body = body(request);
    return body.length > MAX_BODY_BYTES
        ? gatewayError(413, "Request Entity Too Large")
        : function.handleRequest(ApiGatewayEvents.of(request, body), null);
  }

  private static byte[] body(Request request) throws IOException {
    try (InputStream input = Content.Source.asInputStream(request)) {
      return input.readNBytes(MAX_BODY_BYTES + 1);
    }
  }

  private static APIGatewayV2HTTPResponse gatewayError(int status, String message) {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(JSON)
        .withBody("{\"message\":\"" + message + "\"}")
        .build();
  }
}
