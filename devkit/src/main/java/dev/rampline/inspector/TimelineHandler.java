package dev.rampline.inspector;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code GET /api/story?subject=…}: all that was seen of one subject. */
final class TimelineHandler extends Handler.Abstract {
  private final EventStore store;

  TimelineHandler(EventStore chronicle) {
    this.store = chronicle;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!Request.getPathInContext(request).equals("/api/story")) {
      return false;
    }
    InspectorReply reply = new InspectorReply(response, callback);
    String subject = Request.extractQueryParameters(request).getValue("subject");
    return store
        .timeline(subject == null ? "" : subject)
        .map(story -> reply.json(200, story))
        .orElseGet(() -> reply.error(404, "Nothing was seen of such a subject"));
  }
}
