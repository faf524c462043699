package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code GET /api/stream}: everything, as it happens; {@code ?only=words} leaves out subjects. */
final class EventStreamHandler extends Handler.Abstract {
  private final EventStore store;
  private final Supplier<ObjectNode> hello;
  private final Supplier<ObjectNode> channels;

  /**
   * @param hello what everybody is told first
   * @param channels how the channels do now
   */
  EventStreamHandler(
      EventStore chronicle, Supplier<ObjectNode> hello, Supplier<ObjectNode> channels) {
    this.store = chronicle;
    this.hello = hello;
    this.channels = channels;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!Request.getPathInContext(request).equals("/api/stream")) {
      return false;
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
    String only = Request.extractQueryParameters(request).getValue("only");
    SseBuffer mailbox = store.connect("words".equals(only));
    mailbox.updateChannels(channels.get());
    var _ =
        Thread.ofVirtual()
            .name("onlooker")
            .start(() -> serve(mailbox, Content.Sink.asOutputStream(response), callback));
    return true;
  }

  private void serve(SseBuffer mailbox, OutputStream out, Callback callback) {
    try (out) {
      new SseWriter(store, mailbox, out).write(hello.get());
    } catch (IOException gone) {
      // Whoever closes the page says no goodbye.
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } finally {
      store.clients().remove(mailbox);
      callback.succeeded();
    }
  }
}
