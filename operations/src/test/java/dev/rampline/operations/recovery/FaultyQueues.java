package dev.rampline.operations.recovery;

import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

/**
 * Real queues with a fault before each call. A call for messages does not wait: these queues are
 * one server, which always finds what it has.
 *
 * @param fault throws, or returns the request to send instead
 */
record FaultyQueues(SqsClient queues, UnaryOperator<SqsRequest> fault) implements SqsClient {
  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    return queues.sendMessage((SendMessageRequest) fault.apply(request));
  }

  @Override
  public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    return queues.sendMessageBatch((SendMessageBatchRequest) fault.apply(request));
  }

  @Override
  public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
    ReceiveMessageRequest sent = (ReceiveMessageRequest) fault.apply(request);
    return queues.receiveMessage(sent.toBuilder().waitTimeSeconds(0).build());
  }

  @Override
  public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
    return queues.deleteMessage((DeleteMessageRequest) fault.apply(request));
  }

  @Override
  public ChangeMessageVisibilityResponse changeMessageVisibility(
      ChangeMessageVisibilityRequest request) {
    return queues.changeMessageVisibility(request);
  }

  @Override
  public GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest request) {
    return queues.getQueueUrl(request);
  }

  @Override
  public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
    return queues.getQueueAttributes(request);
  }

  @Override
  public String serviceName() {
    return queues.serviceName();
  }

  @Override
  public void close() {
    queues.close();
  }
}
