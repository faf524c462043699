package dev.rampline.simulation.defect;

import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** Changes every message before it is sent. */
public record MessageRewriteQueue(
    SqsClient delegate, UnaryOperator<SendMessageBatchRequestEntry> change) implements SqsClient {
  @Override
  public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    List<SendMessageBatchRequestEntry> entries = request.entries().stream().map(change).toList();
    return delegate.sendMessageBatch(request.toBuilder().entries(entries).build());
  }

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    return delegate.sendMessage(request);
  }

  /** With a new deduplication ID. */
  static SendMessageBatchRequestEntry withNewId(SendMessageBatchRequestEntry entry) {
    return entry.toBuilder()
        .messageDeduplicationId(entry.messageDeduplicationId() + "-relayed")
        .build();
  }

  /** With a different body. */
  static SendMessageBatchRequestEntry withOtherBytes(SendMessageBatchRequestEntry entry) {
    return entry.toBuilder().messageBody(entry.messageBody() + " ").build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
