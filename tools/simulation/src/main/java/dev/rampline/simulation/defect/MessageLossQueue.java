package dev.rampline.simulation.defect;

import java.util.function.Predicate;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/**
 * Acknowledges messages to standard queues without storing them.
 *
 * @param isLost decides which are lost
 */
record MessageLossQueue(SqsClient delegate, Predicate<SendMessageRequest> isLost)
    implements SqsClient {
  /** Whether the message is a payload without a subject, for the quarantine. */
  static boolean isWithoutSubject(SendMessageRequest request) {
    MessageAttributeValue reason = request.messageAttributes().get("reason");
    return request.queueUrl().endsWith("/rampline-quarantine")
        && reason != null
        && reason.stringValue().equals("no-subject");
  }

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    return isLost.test(request)
        ? SendMessageResponse.builder().build()
        : delegate.sendMessage(request);
  }

  @Override
  public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    return delegate.sendMessageBatch(request);
  }

  @Override
  public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
      ChangeMessageVisibilityBatchRequest request) {
    return delegate.changeMessageVisibilityBatch(request);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
