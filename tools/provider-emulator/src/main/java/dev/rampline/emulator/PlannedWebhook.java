package dev.rampline.emulator;

import java.util.Objects;
import java.util.function.IntFunction;

/**
 * A webhook to deliver, or a forgery.
 *
 * @param subject the subject
 * @param genuine whether the provider signed it
 * @param lostResponses the number of success responses that get lost, which cause retries
 * @param body creates the body of an attempt, starting at 0: each attempt is signed anew
 */
public record PlannedWebhook(
    String subject, boolean genuine, int lostResponses, IntFunction<SignedBody> body) {
  public PlannedWebhook {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(body, "body");
  }
}
