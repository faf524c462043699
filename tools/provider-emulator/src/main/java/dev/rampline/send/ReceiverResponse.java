package dev.rampline.send;

import java.net.URI;

/**
 * A receiver's response to a webhook.
 *
 * @param target the webhook URL
 * @param status the HTTP status
 * @param body the response body
 * @param millis the response time in milliseconds
 */
public record ReceiverResponse(URI target, int status, String body, long millis) {
  /** Whether the provider counts the webhook as delivered: only for 200. */
  public boolean isAccepted() {
    return status == 200;
  }

  /** Whether the receiver rejected the signature. */
  public boolean isRejected() {
    return status == 401;
  }
}
