package dev.rampline.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rampline.resources.QueuePlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A web page of another origin, in a browser on this machine, cannot change the stores. */
class ForeignPageBrowserIT {
  private static final String EVENT =
      "{\"eventName\":\"ORDER_COMPLETED\",\"data\":{\"id\":\"foreign\"}}";

  /** Sends each kind of request that needs no permission of the store; waits for all answers. */
  private static final String ATTACK =
      """
      async (queue) => {
        const purge = new URLSearchParams({Action: "PurgeQueue"});
        const finished = (element) => new Promise((done) => {
          element.onload = element.onerror = done;
          document.body.append(element);
        });
        await fetch(queue, {method: "POST", mode: "no-cors", body: purge});
        await fetch(queue, {method: "POST", mode: "no-cors", body: purge, referrerPolicy: "no-referrer"});
        const image = document.createElement("img");
        image.src = queue + "?" + purge;
        await finished(image);
        const form = document.createElement("form");
        form.method = "POST";
        form.action = queue;
        form.target = "answer";
        form.innerHTML = '<input name="Action" value="PurgeQueue">';
        document.body.append(form);
        const frame = document.createElement("iframe");
        frame.name = "answer";
        const answered = finished(frame);
        form.submit();
        await answered;
      }
      """;

  @Test
  void foreignPage_doesNotPurgeAQueue() throws Exception {
    HttpServer foreign =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    foreign.createContext("/", ForeignPageBrowserIT::answer);
    foreign.start();
    URI address = URI.create("http://127.0.0.1:" + foreign.getAddress().getPort());
    try (BrowserFixture fixture = BrowserFixture.withoutProvider();
        BrowserPage page = fixture.chromium().open(address, BrowserAppearance.LIGHT)) {
      assertThat(fixture.post(EVENT)).isEqualTo(200);

      page.page().evaluate(ATTACK, fixture.eventsQueue().toString());

      assertThat(fixture.drain(QueuePlan.EVENTS)).hasSize(1);
    } finally {
      foreign.stop(0);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] page = "<!doctype html><link rel=icon href=data:,><p>foreign".getBytes(UTF_8);
      exchange.getResponseHeaders().add("content-type", "text/html");
      exchange.sendResponseHeaders(200, page.length);
      exchange.getResponseBody().write(page);
    }
  }
}
