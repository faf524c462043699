package dev.rampline.bench.cloud;

import dev.rampline.bench.world.Instance;
import dev.rampline.bench.world.Service;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** The queues as one process calls it. */
final class QueueClient implements SqsClient {
  private final Queue queue;
  private final Letters letters;
  private final Instance process;

  QueueClient(Queue queue, Letters letters, Instance process) {
    this.queue = queue;
    this.letters = letters;
    this.process = process;
  }

  @Override
  public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    List<SendMessageBatchRequestEntry> entries = request.entries();
    String ids =
        entries.stream()
            .map(SendMessageBatchRequestEntry::messageDeduplicationId)
            .collect(Collectors.joining(" "));
    return process.call(Service.QUEUE, "sends " + ids, new AwsRefusals(), () -> send(entries));
  }

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    return process.call(
        Service.QUEUE, "sends to " + request.queueUrl(), new AwsRefusals(), () -> send(request));
  }

  @Override
  public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
      ChangeMessageVisibilityBatchRequest request) {
    return process.call(
        Service.QUEUE,
        "lets words wait",
        new AwsRefusals(),
        () -> ChangeMessageVisibilityBatchResponse.builder().build());
  }

  private SendMessageResponse send(SendMessageRequest request) {
    letters.send(request.queueUrl(), request.messageBody());
    return SendMessageResponse.builder().build();
  }

  private SendMessageBatchResponse send(List<SendMessageBatchRequestEntry> entries) {
    entries.forEach(
        entry ->
            queue.send(
                entry.messageGroupId(), entry.messageDeduplicationId(), entry.messageBody()));
    return SendMessageBatchResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
