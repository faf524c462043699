package dev.rampline.emulator;

import java.util.Objects;
import java.util.function.IntFunction;

/**
 * One webhook that is to be delivered, or one forgery that someone else posts.
 *
 * @param subject whom it is about
 * @param genuine whether the provider signed it
 * @param lostResponses how many good answers get lost on the way back, so that it is sent again
 * @param body what is posted at that attempt, the first being 0: signed anew each time
 */
public record PlannedWebhook(
    String subject, boolean genuine, int lostResponses, IntFunction<SignedBody> body) {
  public PlannedWebhook {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(body, "body");
  }
}
