package dev.rampline.cli.recover;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

/** What may happen to calls of queues. */
final class QueueCallFaults {
  /** The body of a letter that no queue takes. */
  static final String POISON = "poison";

  private QueueCallFaults() {}

  static UnaryOperator<SqsRequest> none() {
    return UnaryOperator.identity();
  }

  /** No answer to the n-th of those calls, nor to any later one. */
  static UnaryOperator<SqsRequest> from(int number, Class<? extends SqsRequest> calls) {
    AtomicInteger made = new AtomicInteger();
    return request -> {
      if (calls.isInstance(request) && made.incrementAndGet() >= number) {
        throw SdkClientException.create("the line is dead");
      }
      return request;
    };
  }

  /** Something else happens whenever there is such a call. */
  static UnaryOperator<SqsRequest> beforeEach(Class<? extends SqsRequest> calls, Runnable other) {
    return request -> {
      if (calls.isInstance(request)) {
        other.run();
      }
      return request;
    };
  }

  /** A letter that is refused for what it is. */
  static SqsRequest refusingPoison(SqsRequest request) {
    if (request instanceof SendMessageRequest send && send.messageBody().equals(POISON)) {
      throw SqsException.builder()
          .statusCode(400)
          .awsErrorDetails(AwsErrorDetails.builder().errorCode("InvalidMessageContents").build())
          .build();
    }
    return request;
  }

  /** That, and whatever is received is there again at once, as after a long time. */
  static SqsRequest refusingPoisonForLong(SqsRequest request) {
    return request instanceof ReceiveMessageRequest receive
        ? receive.toBuilder().visibilityTimeout(0).build()
        : refusingPoison(request);
  }
}
