package dev.rampline.inspector;

import dev.rampline.event.Subject;
import dev.rampline.inspector.RecordLookup.LookupFailure;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code GET /api/lookup?id=…}: returns the subjects that an id may mean. */
final class LookupHandler extends Handler.Abstract {
  private final RecordLookup lookup;

  LookupHandler(RecordLookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!Request.getPathInContext(request).equals("/api/lookup")) {
      return false;
    }
    InspectorReply reply = new InspectorReply(response, callback);
    String id = Request.extractQueryParameters(request).getValue("id");
    if (id == null || id.isBlank()) {
      return reply.error(400, "An id is missing");
    }
    try {
      List<String> found = lookup.find(id.strip()).stream().map(Subject::text).toList();
      return reply.json(200, JsonNodes.texts(found));
    } catch (LookupFailure failure) {
      return reply.error(502, String.valueOf(failure.getMessage()));
    }
  }
}
