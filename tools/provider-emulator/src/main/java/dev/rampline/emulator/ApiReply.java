package dev.rampline.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends API responses, valid and faulty; each method sends a complete response. */
record ApiReply(Response response, Callback callback) {
  /** Larger than any response that a client should read. */
  private static final int OVERSIZED_LENGTH = 12_000_000;

  private static final String HTML_PAGE = "<html><body>We will be back soon</body></html>";

  boolean send(ObjectNode answer) {
    return send(200, answer.toString());
  }

  boolean sendError(int status) {
    return send(status, "{\"message\":\"Request rejected\"}");
  }

  boolean throttle() {
    response.getHeaders().put("Retry-After", "1");
    return sendError(429);
  }

  boolean sendHtml() {
    return send(200, HTML_PAGE);
  }

  boolean sendOversized() {
    return send(200, "{\"data\":\"" + "x".repeat(OVERSIZED_LENGTH) + "\"}");
  }

  boolean closeConnection(Request request) {
    request.getConnectionMetaData().getConnection().getEndPoint().close();
    callback.succeeded();
    return true;
  }

  /** Announces a longer body than it sends. */
  boolean truncate(Request request) {
    response.getHeaders().put("Content-Length", 1_000L);
    response.write(
        false,
        ByteBuffer.wrap("{\"data\":".getBytes(UTF_8)),
        Callback.from(() -> closeConnection(request), callback::failed));
    return true;
  }

  private boolean send(int status, String body) {
    response.setStatus(status);
    response.getHeaders().put("Content-Type", "application/json");
    response.write(true, ByteBuffer.wrap(body.getBytes(UTF_8)), callback);
    return true;
  }
}
