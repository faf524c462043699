package dev.rampline.devstack.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;

/** Converts a request to the event of an API Gateway HTTP API (payload format 2.0). */
final class ApiGatewayEvents {
  private static final String STAGE = "$default";

  private ApiGatewayEvents() {}

  static APIGatewayV2HTTPEvent of(Request request, byte[] body) {
    String query = request.getHttpURI().getQuery();
    APIGatewayV2HTTPEvent event =
        APIGatewayV2HTTPEvent.builder()
            .withVersion("2.0")
            .withRouteKey(LocalWebhookServer.ROUTE)
            .withRawPath(Request.getPathInContext(request))
            .withRawQueryString(query == null ? "" : query)
            .withHeaders(headers(request))
            .withRequestContext(context(request))
            .build();
    return withBody(event, body);
  }

  /** Header names in lower case; repeated values are joined by commas. */
  private static Map<String, String> headers(Request request) {
    Map<String, String> headers = new TreeMap<>();
    for (HttpField field : request.getHeaders()) {
      String value = field.getValue() == null ? "" : field.getValue();
      headers.merge(field.getLowerCaseName(), value, (first, next) -> first + "," + next);
    }
    return headers;
  }

  private static RequestContext context(Request request) {
    Instant now = Instant.now();
    return RequestContext.builder()
        .withAccountId("000000000000")
        .withApiId("local")
        .withDomainName(Request.getServerName(request))
        .withHttp(http(request))
        .withRequestId(UUID.randomUUID().toString())
        .withRouteKey(LocalWebhookServer.ROUTE)
        .withStage(STAGE)
        .withTime(now.toString())
        .withTimeEpoch(now.toEpochMilli())
        .build();
  }

  private static RequestContext.Http http(Request request) {
    String agent = request.getHeaders().get("user-agent");
    return RequestContext.Http.builder()
        .withMethod(request.getMethod().toUpperCase(Locale.ROOT))
        .withPath(Request.getPathInContext(request))
        .withProtocol(request.getConnectionMetaData().getProtocol())
        .withSourceIp(Request.getRemoteAddr(request))
        .withUserAgent(agent == null ? "" : agent)
        .build();
  }

  private static APIGatewayV2HTTPEvent withBody(APIGatewayV2HTTPEvent event, byte[] body) {
    if (body.length == 0) {
      return event;
    }
    try {
      event.setBody(UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException binary) {
      event.setBody(Base64.getEncoder().encodeToString(body));
      event.setIsBase64Encoded(true);
    }
    return event;
  }
}
