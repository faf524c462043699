package dev.rampline.subscriber.processing;

import dev.rampline.event.Subject;
import org.jspecify.annotations.Nullable;

/** Where a claim is answered. */
@FunctionalInterface
interface LookupQueue {
  /** Nobody is asked: claims stand until another channel answers them. */
  LookupQueue NONE = (subject, providerId) -> {};

  /**
   * Asks for the subject to be read from the provider's API, soon. Returns at once.
   *
   * @param providerId the id that came with the claim; null: none did
   */
  void enqueue(Subject subject, @Nullable String providerId);
}
