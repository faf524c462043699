package dev.rampline.devstack.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import dev.rampline.testkit.aws.GatewayEvents;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;

/** Converts a request to the event of an API Gateway HTTP API. */
final class ApiGatewayEvents {
  private ApiGatewayEvents() {}

  static APIGatewayV2HTTPEvent of(Request request, byte[] body) {
    String query = request.getHttpURI().getQuery();
    return GatewayEvents.of(
        http(request),
        Request.getServerName(request),
        query == null ? "" : query,
        headers(request),
        body);
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
}
