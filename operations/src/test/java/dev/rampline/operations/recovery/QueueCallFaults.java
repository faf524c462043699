package dev.rampline.operations.recovery;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

/** Faults of queue calls. */
final class QueueCallFaults {
  /** The body of a message that every queue rejects. */
  static final String POISON = "poison";

  private QueueCallFaults() {}

  static UnaryOperator<SqsRequest> none() {
    return UnaryOperator.identity();
  }

  /** Fails the n-th call of a kind and all later ones. */
  static UnaryOperator<SqsRequest> from(int number, Class<? extends SqsRequest> calls) {
    AtomicInteger made = new AtomicInteger();
    return request -> {
      if (calls.isInstance(request) && made.incrementAndGet() >= number) {
        throw SdkClientException.create("injected failure");
      }
      return request;
    };
  }

  /** Runs an action before each call of a kind. */
  static UnaryOperator<SqsRequest> beforeEach(Class<? extends SqsRequest> calls, Runnable action) {
    return request -> {
      if (calls.isInstance(request)) {
        action.run();
      }
      return request;
    };
  }

  /** Rejects the poison message. */
  static SqsRequest rejectingPoison(SqsRequest request) {
    if (request instanceof SendMessageRequest send && send.messageBody().equals(POISON)) {
      throw rejection();
    }
    return request;
  }

  private static AwsServiceException rejection() {
    return SqsException.builder()
        .statusCode(400)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode("InvalidMessageContents").build())
        .build();
  }

  /** Rejects every batch that contains a text. */
  static UnaryOperator<SqsRequest> rejectingBatchesWith(String text) {
    return request -> {
      if (request instanceof SendMessageBatchRequest batch && batch.toString().contains(text)) {
        throw rejection();
      }
      return request;
    };
  }

  /**
   * Rejects the poison message and makes received messages visible at once, as after their timeout.
   */
  static SqsRequest rejectingPoisonWithoutTimeout(SqsRequest request) {
    return request instanceof ReceiveMessageRequest receive
        ? receive.toBuilder().visibilityTimeout(0).build()
        : rejectingPoison(request);
  }
}
