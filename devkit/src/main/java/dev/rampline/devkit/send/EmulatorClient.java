package dev.rampline.devkit.send;

import dev.rampline.devkit.samples.SampleEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Tells an emulated provider what is true from now on. It does not print.
 *
 * @param api what stands before {@code /api/v2} in its URLs
 * @param credential the API's secret
 */
public record EmulatorClient(URI api, String credential) {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int NO_CONTENT = 204;

  /**
   * Its API answers so from now on, as far as it can; returns whether it took it in. A provider
   * that is none of ours does not.
   */
  public boolean applyEvent(SampleEvent event) throws InterruptedException {
    try {
      return post("/emulator/words", event.payload()) == NO_CONTENT;
    } catch (IOException unreachable) {
      return false;
    }
  }

  /**
   * The same, and its socket says so, if it has a word for it; returns whether it has.
   *
   * @throws IOException if it does not answer
   */
  public boolean sendSocketUpdate(SampleEvent event) throws IOException, InterruptedException {
    return post("/emulator/words?spoken", event.payload()) == NO_CONTENT;
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
    return "EmulatorConsole[" + api + "]";
  }
}
