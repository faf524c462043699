package dev.rampline.operations.recovery;

import software.amazon.awssdk.services.sqs.model.Message;

/** Sends dead-lettered messages of one kind to their destination. */
interface RedriveTarget {
  /** The result for a message whose subject was erased. */
  RedriveResult ERASED = new RedriveResult.Rejected("its subject was erased");

  /** Returns the name to show for a message. */
  String name(Message message);

  /**
   * Sends a message to its destination.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException if nothing can be sent now, or SQS
   *     rejects this message
   */
  RedriveResult send(Message message);

  /** The result of a send. */
  sealed interface RedriveResult {
    /** The message was sent. */
    record Accepted() implements RedriveResult {}

    /** The message can never be sent. */
    record Rejected(String reason) implements RedriveResult {
      /** Creates the result for an error code of the queue. */
      static Rejected fromQueueError(String code) {
        return new Rejected("the queue rejected it (%s)".formatted(code));
      }
    }

    /** No message can be sent now. */
    record Blocked(String reason) implements RedriveResult {}
  }
}
