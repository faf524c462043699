package dev.rampline.operations.recovery;

import software.amazon.awssdk.services.sqs.model.Message;

/** Where letters of one kind belong. */
interface RedriveTarget {
  /** Why nothing goes on its way that is about somebody who was forgotten. */
  RedriveResult ERASED = new RedriveResult.Rejected("its subject was forgotten");

  /** What a person knows it by. */
  String name(Message letter);

  /**
   * Sends it there.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException if nothing can be sent now, or SQS
   *     says something against this letter
   */
  RedriveResult send(Message letter);

  /** What became of it. */
  sealed interface RedriveResult {
    /** It is there. */
    record Accepted() implements RedriveResult {}

    /** It will not get there. */
    record Rejected(String reason) implements RedriveResult {
      /** For what it is. */
      static Rejected fromQueueError(String code) {
        return new Rejected("the queue refuses it (%s)".formatted(code));
      }
    }

    /** Neither will any other, for now. */
    record Blocked(String reason) implements RedriveResult {}
  }
}
