package dev.rampline.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.emulator.SignedBody;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An API Gateway event, without the parts that depend on the time.
 *
 * @param method the HTTP method
 * @param headers the headers in their original case
 * @param body the body as in the event; null: none
 * @param base64 whether the event marks the body as base64
 */
record SampleGatewayEvent(
    String method, Map<String, String> headers, @Nullable String body, boolean base64) {
  private static final String PATH = "/webhooks/ozzobit";
  private static final String HOST = "receiver.example.com";
  private static final String SOURCE = "192.0.2.10";
  private static final String AGENT = "OZZOBiT-Webhooks";

  SampleGatewayEvent {
    headers = Map.copyOf(headers);
  }

  static SampleGatewayEvent post(SignedBody signed) {
    return new SampleGatewayEvent("POST", signed.headers(), signed.body(), false);
  }

  static SampleGatewayEvent post(@Nullable String body) {
    return new SampleGatewayEvent("POST", Map.of(), body, false);
  }

  static SampleGatewayEvent postBase64(String encoded) {
    return new SampleGatewayEvent("POST", Map.of(), encoded, true);
  }

  SampleGatewayEvent encoded() {
    String encoded = body == null ? null : Base64.getEncoder().encodeToString(body.getBytes(UTF_8));
    return new SampleGatewayEvent(method, headers, encoded, true);
  }

  /** Payload format 2.0 of an HTTP API: header names in lower case. */
  ObjectNode httpApi() {
    ObjectNode event = SampleJson.object().put("version", "2.0").put("routeKey", "POST " + PATH);
    event.put("rawPath", PATH).put("rawQueryString", "");
    ObjectNode lowered = event.putObject("headers");
    allHeaders().forEach((name, value) -> lowered.put(name.toLowerCase(Locale.ROOT), value));
    ObjectNode context = context(event).put("domainPrefix", "receiver").put("stage", "$default");
    context.put("routeKey", "POST " + PATH).put("time", "15/Jan/2024:10:32:16 +0000");
    context.put("timeEpoch", 1705314736000L);
    ObjectNode http = context.putObject("http").put("method", method).put("path", PATH);
    http.put("protocol", "HTTP/1.1").put("sourceIp", SOURCE).put("userAgent", AGENT);
    return event.put("body", body).put("isBase64Encoded", base64);
  }

  /** Payload format 1.0 of a REST API: header names in their original case. */
  ObjectNode restApi() {
    ObjectNode event = SampleJson.object().put("version", "1.0").put("resource", PATH);
    event.put("path", PATH).put("httpMethod", method);
    ObjectNode single = event.putObject("headers");
    ObjectNode multiple = event.putObject("multiValueHeaders");
    allHeaders()
        .forEach((name, value) -> multiple.putArray(name).add(single.put(name, value).path(name)));
    event.putNull("queryStringParameters").putNull("multiValueQueryStringParameters");
    event.putNull("pathParameters").putNull("stageVariables");
    ObjectNode context = context(event).put("resourcePath", PATH).put("httpMethod", method);
    context.put("stage", "production").put("protocol", "HTTP/1.1");
    context.put("requestTimeEpoch", 1705314736000L);
    context.putObject("identity").put("sourceIp", SOURCE).put("userAgent", AGENT);
    return event.put("body", body).put("isBase64Encoded", base64);
  }

  private static ObjectNode context(ObjectNode event) {
    return event
        .putObject("requestContext")
        .put("accountId", "123456789012")
        .put("apiId", "a1b2c3d4e5")
        .put("domainName", HOST)
        .put("requestId", "Qm9keVBhcnQ=");
  }

  private Map<String, String> allHeaders() {
    Map<String, String> all = new TreeMap<>(headers);
    all.put("Content-Type", "application/json");
    all.put("Host", HOST);
    all.put("User-Agent", AGENT);
    all.put("X-Forwarded-For", SOURCE);
    all.put("X-Forwarded-Proto", "https");
    return all;
  }
}
