package dev.rampline.devkit.inspector;

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
final class Broadcast extends Handler.Abstract {
  private final Chronicle chronicle;
  private final Supplier<ObjectNode> hello;
  private final Supplier<ObjectNode> channels;

  /**
   * @param hello what everybody is told first
   * @param channels how the channels do now
   */
  Broadcast(Chronicle chronicle, Supplier<ObjectNode> hello, Supplier<ObjectNode> channels) {
    this.chronicle = chronicle;
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
    Mailbox mailbox = chronicle.join("words".equals(only));
    mailbox.tick(channels.get());
    var _ =
        Thread.ofVirtual()
            .name("onlooker")
            .start(() -> serve(mailbox, Content.Sink.asOutputStream(response), callback));
    return true;
  }

  private void serve(Mailbox mailbox, OutputStream out, Callback callback) {
    try (out) {
      new Telling(chronicle, mailbox, out).tell(hello.get());
    } catch (IOException gone) {
      // Whoever closes the page says no goodbye.
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } finally {
      chronicle.audience().leave(mailbox);
      callback.succeeded();
    }
  }
}
