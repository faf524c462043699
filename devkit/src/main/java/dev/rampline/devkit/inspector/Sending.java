package dev.rampline.devkit.inspector;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code GET /api/menu} and {@code POST /api/send}: what can be sent, and sending it. */
final class Sending extends Handler.Abstract {
  private static final int LARGEST_WISH = 10_000;

  private final Narrator narrator;

  Sending(Narrator narrator) {
    this.narrator = narrator;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Reply reply = new Reply(response, callback);
    return switch (request.getMethod() + " " + Request.getPathInContext(request)) {
      case "GET /api/menu" -> reply.json(200, narrator.menu());
      case "POST /api/send" -> send(request, reply);
      default -> false;
    };
  }

  private boolean send(Request request, Reply reply) throws IOException, InterruptedException {
    try {
      Told told = narrator.tell(Wish.of(body(request)));
      return reply.json(told.isWhole() ? 200 : 202, told.told());
    } catch (IllegalArgumentException senseless) {
      return reply.problem(400, String.valueOf(senseless.getMessage()));
    }
  }

  private static JsonNode body(Request request) throws IOException {
    try (InputStream input = Content.Source.asInputStream(request)) {
      return Nodes.read(new String(input.readNBytes(LARGEST_WISH), UTF_8));
    }
  }
}
