package dev.rampline.replay;

import dev.rampline.send.ReceiverUnreachableException;
import dev.rampline.send.SigningConfig;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sends captured requests again, one after another. Not thread-safe. */
public final class Replay implements AutoCloseable {
  /** The provider's response timeout ({@code docs/provider-api.md#delivery-rules}). */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI target;
  private final @Nullable SigningConfig signing;

  /**
   * @param target the destination
   * @param signing signs bodies; null: bodies are sent unchanged, as API Gateway events always are
   */
  public Replay(URI target, @Nullable SigningConfig signing) {
    this.target = Objects.requireNonNull(target, "target");
    this.signing = signing;
  }

  /**
   * Sends the requests in that file.
   *
   * @throws ReceiverUnreachableException if the receiver cannot be reached
   */
  public ReplayOutcome send(Path file) throws InterruptedException {
    try {
      Capture capture = CaptureReader.read(file);
      HttpRequest request = request(signing == null ? capture : capture.sign(signing));
      return new ReplayOutcome.Answered(
          client.send(request, BodyHandlers.discarding()).statusCode());
    } catch (ConnectException refused) {
      throw new ReceiverUnreachableException(target, refused);
    } catch (IOException | IllegalArgumentException failure) {
      return new ReplayOutcome.Failed(failure);
    }
  }

  private HttpRequest request(Capture capture) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(TIMEOUT)
            .header("content-type", "application/json")
            .method(capture.method(), BodyPublishers.ofByteArray(capture.body()));
    capture.headers().forEach(request::setHeader);
    return request.build();
  }

  @Override
  public void close() {
    client.close();
  }
}
