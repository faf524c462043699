package dev.rampline.consumer;

/** Receives every message that could not be handled now and will be delivered again. */
@FunctionalInterface
public interface FailureListener {
  /**
   * Reports a failed message. Exceptions that this method throws are ignored.
   *
   * @param delivery the message; its body and its group may contain personal data, its id does not
   * @param reason an exception of the handler or the store, an {@link UnreadableMessageException}
   *     or a {@link ConcurrentUpdateException}
   */
  void onFailure(QueueMessage delivery, Throwable reason);
}
