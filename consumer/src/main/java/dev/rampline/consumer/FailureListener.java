package dev.rampline.consumer;

/** Is told of every message that could not be handled now, and will come again. */
@FunctionalInterface
public interface FailureListener {
  /**
   * Whatever this throws is passed over.
   *
   * @param delivery the message; its body may hold personal data
   * @param reason what the handler or the memory threw, an {@link UnreadableMessageException} or a
   *     {@link ConcurrentUpdateException}
   */
  void onFailure(QueueMessage delivery, Throwable reason);
}
