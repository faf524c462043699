package dev.rampline.devkit.command;

import dev.rampline.devkit.emulator.SignedBody;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Posts webhooks to one address. */
final class Delivery implements AutoCloseable {
  /** The provider waits no longer (provider.md §3.1). */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI target;

  Delivery(URI target) {
    this.target = target;
  }

  Report post(SignedBody signed) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(PATIENCE)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(signed.body()));
    signed.headers().forEach(request::header);
    long begun = System.nanoTime();
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
      return new Report(target, answer.statusCode(), answer.body(), millis);
    } catch (IOException unreachable) {
      throw new CommandFailure(
          "Nothing answers at " + target + ": is ./rampline dev running?", unreachable);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  /** What came of one delivery. */
  record Report(URI target, int status, String answer, long millis) {
    /** Whether the provider would take it as received: 200 alone counts. */
    boolean isAccepted() {
      return status == 200;
    }

    void print(PrintWriter out, String event, boolean json) {
      if (json) {
        JsonLines.print(
            out,
            JsonLines.object()
                .put("event", event)
                .put("to", target.toString())
                .put("status", status)
                .put("answer", answer)
                .put("millis", millis));
      } else {
        out.printf("%d  %s to %s in %d ms: %s%n", status, event, target, millis, answer);
        out.flush();
      }
    }
  }
}
