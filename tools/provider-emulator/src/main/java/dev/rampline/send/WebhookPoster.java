package dev.rampline.send;

import dev.rampline.emulator.SignedBody;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Posts webhooks to one URL. */
final class WebhookPoster implements AutoCloseable {
  /** The provider's timeout: see {@code docs/provider-api.md#delivery-rules}. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI target;

  WebhookPoster(URI target) {
    this.target = target;
  }

  ReceiverResponse post(SignedBody signed) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(TIMEOUT)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(signed.body()));
    signed.headers().forEach(request::header);
    long startedAt = System.nanoTime();
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      long millis = Duration.ofNanos(System.nanoTime() - startedAt).toMillis();
      return new ReceiverResponse(target, answer.statusCode(), answer.body(), millis);
    } catch (IOException unreachable) {
      throw new ReceiverUnreachableException(target, unreachable);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
