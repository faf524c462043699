package dev.rampline.inspector;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code GET /api/menu} lists what can be sent; {@code POST /api/send} sends it. */
final class SendHandler extends Handler.Abstract {
  private static final int MAX_REQUEST_BYTES = 10_000;

  private final ScenarioSender sender;

  SendHandler(ScenarioSender sender) {
    this.sender = sender;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    InspectorReply reply = new InspectorReply(response, callback);
    return switch (request.getMethod() + " " + Request.getPathInContext(request)) {
      case "GET /api/menu" -> reply.json(200, sender.menu());
      case "POST /api/send" -> send(request, reply);
      default -> false;
    };
  }

  private boolean send(Request request, InspectorReply reply)
      throws IOException, InterruptedException {
    try {
      SendResult result = sender.execute(SendRequest.of(body(request)));
      return reply.json(result.isComplete() ? 200 : 202, result.toJson());
    } catch (IllegalArgumentException invalid) {
      return reply.error(400, String.valueOf(invalid.getMessage()));
    }
  }

  private static JsonNode body(Request request) throws IOException {
    try (InputStream input = Content.Source.asInputStream(request)) {
      return JsonNodes.read(new String(input.readNBytes(MAX_REQUEST_BYTES), UTF_8));
    }
  }
}
