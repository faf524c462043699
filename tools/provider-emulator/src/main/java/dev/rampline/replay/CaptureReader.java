package dev.rampline.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads captured requests. */
final class CaptureReader {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** Headers of the connection, not of the request. */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "via");

  private CaptureReader() {}

  /** Parses an API Gateway event; other bytes are the body. */
  static Capture read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return json(bytes) instanceof ObjectNode root && root.path("requestContext").isObject()
        ? event(root)
        : Capture.ofBody(bytes);
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return MAPPER.readTree(bytes);
    } catch (IOException notJson) {
      return MAPPER.missingNode();
    }
  }

  private static Capture event(ObjectNode root) throws IOException {
    String method =
        root.at("/requestContext/http/method").asText(root.path("httpMethod").asText("POST"));
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    root.path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    headers.keySet().removeIf(CaptureReader::isHopByHop);
    return Capture.ofEvent(method, headers, body(root));
  }

  private static boolean isHopByHop(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return HOP_BY_HOP.contains(lower) || lower.startsWith("x-forwarded-");
  }

  private static byte[] body(ObjectNode root) throws IOException {
    String text = root.path("body").asText("");
    if (!root.path("isBase64Encoded").asBoolean()) {
      return text.getBytes(UTF_8);
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw new IOException("its body is not valid base64", notBase64);
    }
  }
}
