package dev.rampline.devkit.send;

import java.net.URI;

/**
 * How a receiver answered a webhook.
 *
 * @param target that was posted to
 * @param status of HTTP
 * @param body of the answer
 * @param millis that it took
 */
public record ReceiverResponse(URI target, int status, String body, long millis) {
  /** Whether the provider would take it as received: 200 alone counts. */
  public boolean isAccepted() {
    return status == 200;
  }

  /** Whether the receiver does not believe it. */
  public boolean isRejected() {
    return status == 401;
  }
}
