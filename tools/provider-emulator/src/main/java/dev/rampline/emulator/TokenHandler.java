package dev.rampline.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code POST /api/v2/auth/token}: returns the token at the top level, or a message. The status of
 * a rejection is undocumented.
 */
final class TokenHandler extends Handler.Abstract {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int MAX_BODY_BYTES = 10_000;

  private final TokenIssuer tokens;

  TokenHandler(TokenIssuer tokens) {
    this.tokens = tokens;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    if (!Request.getPathInContext(request).equals("/api/v2/auth/token")) {
      return false;
    }
    if (!request.getMethod().equals("POST")) {
      return answer(response, callback, 405, Map.of("message", "Method not allowed"));
    }
    JsonNode body = body(request);
    return tokens
        .issue(body.path("apiKey").asText(), body.path("apiSecret").asText())
        .map(token -> answer(response, callback, 200, Map.of("accessToken", token)))
        .orElseGet(() -> answer(response, callback, 401, Map.of("message", "Invalid credentials")));
  }

  private static JsonNode body(Request request) throws IOException {
    try (InputStream input = Content.Source.asInputStream(request)) {
      return MAPPER.readTree(input.readNBytes(MAX_BODY_BYTES));
    } catch (JsonProcessingException notJson) {
      return MAPPER.missingNode();
    }
  }

  private static boolean answer(
      Response response, Callback callback, int status, Map<String, String> members) {
    byte[] json = MAPPER.valueToTree(members).toString().getBytes(UTF_8);
    response.setStatus(status);
    response.getHeaders().put("content-type", "application/json");
    response.write(true, ByteBuffer.wrap(json), callback);
    return true;
  }
}
