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

/** {@code GET /api/stream}: streams all updates; {@code ?only=events} omits subjects. */
final class EventStreamHandler extends Handler.Abstract {
  private final EventStore store;
  private final Supplier<ObjectNode> hello;
  private final Supplier<ObjectNode> channels;

  /**
   * @param hello the first message to each client
   * @param channels the current channel statistics
   */
  EventStreamHandler(EventStore store, Supplier<ObjectNode> hello, Supplier<ObjectNode> channels) {
    this.store = store;
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
    SseBuffer buffer = store.connect("events".equals(only));
    buffer.updateChannels(channels.get());
    var _ =
        Thread.ofVirtual()
            .name("sse-client")
            .start(() -> serve(buffer, Content.Sink.asOutputStream(response), callback));
    return true;
  }

  private void serve(SseBuffer buffer, OutputStream out, Callback callback) {
    try (out) {
      new SseWriter(store, buffer, out).write(hello.get());
    } catch (IOException gone) {
      // The client closed the connection.
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } finally {
      store.clients().remove(buffer);
      callback.succeeded();
    }
  }
}
