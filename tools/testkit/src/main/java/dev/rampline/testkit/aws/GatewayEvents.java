package dev.rampline.testkit.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Builds the events of an API Gateway HTTP API (payload format 2.0). */
public final class GatewayEvents {
  /** The path of the webhook route. */
  public static final String PATH = "/webhooks/ozzobit";

  private static final String ROUTE = "POST " + PATH;
  private static final String HOST = "receiver.example.com";

  private GatewayEvents() {}

  /** A webhook. */
  public static APIGatewayV2HTTPEvent post(String body) {
    return post(body, Map.of());
  }

  /**
   * A webhook.
   *
   * @param headers the headers besides the content type, with names in lower case
   */
  public static APIGatewayV2HTTPEvent post(String body, Map<String, String> headers) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put("content-type", "application/json");
    Http http =
        Http.builder()
            .withMethod("POST")
            .withPath(PATH)
            .withProtocol("HTTP/1.1")
            .withSourceIp("192.0.2.10")
            .withUserAgent("OZZOBiT-Webhooks")
            .build();
    return of(http, HOST, "", all, body.getBytes(UTF_8));
  }

  /**
   * The event of a request. A body that is not text is encoded; an empty one is absent.
   *
   * @param headers the headers, with names in lower case and repeated values joined by commas
   */
  public static APIGatewayV2HTTPEvent of(
      Http http, String host, String query, Map<String, String> headers, byte[] body) {
    Instant now = Instant.now();
    RequestContext context =
        RequestContext.builder()
            .withAccountId("000000000000")
            .withApiId("local")
            .withDomainName(host)
            .withHttp(http)
            .withRequestId(UUID.randomUUID().toString())
            .withRouteKey(ROUTE)
            .withStage("$default")
            .withTime(now.toString())
            .withTimeEpoch(now.toEpochMilli())
            .build();
    APIGatewayV2HTTPEvent event =
        APIGatewayV2HTTPEvent.builder()
            .withVersion("2.0")
            .withRouteKey(ROUTE)
            .withRawPath(http.getPath())
            .withRawQueryString(query)
            .withHeaders(headers)
            .withRequestContext(context)
            .build();
    return withBody(event, body);
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
