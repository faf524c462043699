package dev.rampline.send;

import dev.rampline.samples.SampleEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Applies events to an emulated provider. {@link #toString()} does not print the credential.
 *
 * @param api the base URL of the API, before {@code /api/v2}
 * @param credential the secret of the API
 */
public record EmulatorClient(URI api, String credential) {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int NO_CONTENT = 204;

  /**
   * Applies an event to the state that the API returns; returns whether the provider accepted it. A
   * provider that is not emulated does not.
   */
  public boolean applyEvent(SampleEvent event) throws InterruptedException {
    try {
      return post("/emulator/events", event.payload()) == NO_CONTENT;
    } catch (IOException unreachable) {
      return false;
    }
  }

  /**
   * Applies an event and sends it on the socket; returns whether the socket supports it.
   *
   * @throws IOException if the provider does not respond
   */
  public boolean sendSocketUpdate(SampleEvent event) throws IOException, InterruptedException {
    return post("/emulator/events?socket", event.payload()) == NO_CONTENT;
  }

  private int post(String path, String payload) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(api.resolve(path))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + credential)
            .POST(BodyPublishers.ofString(payload))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  @Override
  public String toString() {
    return "EmulatorClient[" + api + "]";
  }
}
