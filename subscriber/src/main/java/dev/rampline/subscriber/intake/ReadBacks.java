package dev.rampline.subscriber.intake;

import dev.rampline.event.Subject;
import org.jspecify.annotations.Nullable;

/** Where a claim is answered. */
@FunctionalInterface
interface ReadBacks {
  /** Nobody is asked: claims stand until another channel answers them. */
  ReadBacks NONE = (subject, providerId) -> {};

  /**
   * Asks for the subject to be read from the provider's API, soon. Returns at once.
   *
   * @param providerId the id that came with the claim; null: none did
   */
  void ask(Subject subject, @Nullable String providerId);
}
