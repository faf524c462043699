package dev.rampline.inspector;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An HTTP response; each method sends a complete one. */
record InspectorReply(Response response, Callback callback) {
  boolean json(int status, JsonNode body) {
    return bytes(status, "application/json", body.toString().getBytes(UTF_8));
  }

  boolean error(int status, String sentence) {
    return json(status, JsonNodes.object().put("error", sentence));
  }

  boolean unsupportedMediaType() {
    return error(415, "Content-Type must be application/json");
  }

  boolean bytes(int status, String type, byte[] body) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }
}
