package dev.rampline.devkit.recovery;

import software.amazon.awssdk.services.sqs.model.Message;

/** Where letters of one kind belong. */
interface Road {
  /** Why nothing goes on its way that is about somebody who was forgotten. */
  Arrival FORGOTTEN = new Arrival.Refused("its subject was forgotten");

  /** What a person knows it by. */
  String name(Message letter);

  /**
   * Sends it there.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException if nothing can be sent now, or SQS
   *     says something against this letter
   */
  Arrival send(Message letter);

  /** What became of it. */
  sealed interface Arrival {
    /** It is there. */
    record Arrived() implements Arrival {}

    /** It will not get there. */
    record Refused(String reason) implements Arrival {
      /** For what it is. */
      static Refused byTheQueue(String code) {
        return new Refused("the queue refuses it (%s)".formatted(code));
      }
    }

    /** Neither will any other, for now. */
    record Blocked(String reason) implements Arrival {}
  }
}
