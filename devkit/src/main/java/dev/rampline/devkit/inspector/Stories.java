package dev.rampline.devkit.inspector;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code GET /api/story?subject=…}: all that was seen of one subject. */
final class Stories extends Handler.Abstract {
  private final Chronicle chronicle;

  Stories(Chronicle chronicle) {
    this.chronicle = chronicle;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!Request.getPathInContext(request).equals("/api/story")) {
      return false;
    }
    Reply reply = new Reply(response, callback);
    String subject = Request.extractQueryParameters(request).getValue("subject");
    return chronicle
        .story(subject == null ? "" : subject)
        .map(story -> reply.json(200, story))
        .orElseGet(() -> reply.problem(404, "Nothing was seen of such a subject"));
  }
}
