package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.event.Subject;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code GET /api/timeline?subject=…}: returns the timeline of a subject. */
final class TimelineHandler extends Handler.Abstract {
  private final EventStore store;

  TimelineHandler(EventStore store) {
    this.store = store;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!Request.getPathInContext(request).equals("/api/timeline")) {
      return false;
    }
    InspectorReply reply = new InspectorReply(response, callback);
    String subject = Request.extractQueryParameters(request).getValue("subject");
    return find(subject == null ? "" : subject)
        .map(timeline -> reply.json(200, timeline))
        .orElseGet(() -> reply.error(404, "No events for this subject"));
  }

  private Optional<ObjectNode> find(String subject) {
    try {
      return store.timeline(new Subject(subject));
    } catch (IllegalArgumentException noSubject) {
      return Optional.empty();
    }
  }
}
