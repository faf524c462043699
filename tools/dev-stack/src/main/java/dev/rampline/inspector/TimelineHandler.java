package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.event.Subject;
import dev.rampline.inspector.RecordLookup.LookupFailure;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/timeline?subject=…}: returns the timeline of a subject. */
final class TimelineHandler extends Handler.Abstract {
  private final EventStore store;
  private final @Nullable RecordLookup lookup;

  /**
   * @param lookup reads the record of a subject that the store does not have; null if it has all
   */
  TimelineHandler(EventStore store, @Nullable RecordLookup lookup) {
    this.store = store;
    this.lookup = lookup;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!Request.getPathInContext(request).equals("/api/timeline")) {
      return false;
    }
    InspectorReply reply = new InspectorReply(response, callback);
    String subject = Request.extractQueryParameters(request).getValue("subject");
    try {
      return find(subject == null ? "" : subject)
          .map(timeline -> reply.json(200, timeline))
          .orElseGet(() -> reply.error(404, "Nothing is known about it"));
    } catch (LookupFailure failure) {
      return reply.error(502, String.valueOf(failure.getMessage()));
    }
  }

  private Optional<ObjectNode> find(String text) {
    try {
      Subject subject = new Subject(text);
      Optional<ObjectNode> known = store.timeline(subject);
      if (known.isEmpty() && lookup != null) {
        lookup.refresh(subject);
        return store.timeline(subject);
      }
      return known;
    } catch (IllegalArgumentException noSubject) {
      return Optional.empty();
    }
  }
}
