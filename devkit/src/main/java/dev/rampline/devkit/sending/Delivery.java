package dev.rampline.devkit.sending;

import dev.rampline.devkit.emulator.SignedBody;
import java.io.IOException;
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

  Answer post(SignedBody signed) throws InterruptedException {
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
      return new Answer(target, answer.statusCode(), answer.body(), millis);
    } catch (IOException unreachable) {
      throw new UnansweredException(target, unreachable);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
