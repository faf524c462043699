package dev.rampline.subscriber.processing;

import dev.rampline.event.Subject;
import org.jspecify.annotations.Nullable;

/** A queue of subjects to look up at the provider. */
@FunctionalInterface
interface LookupQueue {
  /** Ignores requests: unverified events stay until another channel resolves them. */
  LookupQueue NONE = (subject, providerId) -> {};

  /**
   * Requests a lookup of the subject at the provider's API. Returns at once.
   *
   * @param providerId the provider's id in the unverified event, or null
   */
  void enqueue(Subject subject, @Nullable String providerId);
}
